package energy.registry.web.adapter.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.ledger.TransactionProof;
import energy.registry.web.model.RetirementRow;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a printed statement shows of the ledger: who signed issuance and retirement, and how the retirement's record
 * hashes up to its transaction. Taken from the provenance bundle, and recomputed before it is printed.
 *
 * @param output place of the retirement among its transaction's outputs
 */
public record LedgerProof(List<Signature> signatures, int output, String leaf, List<Step> path) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_DIGITS = 16; // 64 bits tell the keys of one registry apart

    /** @param by and {@code act} name words of the bundle: issuingBody, notary, owner; issuance, sale, retirement */
    public record Signature(String by, String act, String key, String txId, String signature) {}

    /** @param side L where the hash stands on the left of what comes from below, R on its right */
    public record Step(String side, String hash) {}

    /** Empty where the bundle is missing, or does not prove the retirement. */
    static Optional<LedgerProof> of(RetirementRow retirement, String bundle) {
        try {
            return bundle.isEmpty() ? Optional.empty() : read(retirement, JSON.readTree(bundle));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<LedgerProof> read(RetirementRow retirement, JsonNode bundle) {
        List<Signature> signatures = new ArrayList<>();
        Optional<LedgerProof> found = Optional.empty();
        int at = 0;
        for (JsonNode transaction : bundle.path("transactions")) {
            boolean last = transaction.path("txId").asText().equalsIgnoreCase(retirement.txId());
            if (at == 0 || last) {
                signatures.addAll(signatures(transaction, bundle.path("keys"), last ? "retirement" : "issuance"));
            }
            if (last) {
                found = proven(transaction, retirement.statementNo(), signatures);
            }
            at++;
        }
        return found;
    }

    private static Optional<LedgerProof> proven(JsonNode transaction, String number, List<Signature> signatures) {
        Map<Integer, List<byte[]>> groups = new TreeMap<>();
        for (JsonNode group : transaction.path("groups")) {
            List<byte[]> components = new ArrayList<>();
            group.path("components").forEach(component -> components.add(bytes(component)));
            groups.put(group.path("ordinal").asInt(), components);
        }
        TransactionProof proof = new TransactionProof(bytes(transaction.path("privacySalt")), groups);
        Digest id = proof.id();
        int output =
                output(id, number, proof.components(TransactionProof.OUTPUTS).size());
        if (!id.toString().equalsIgnoreCase(transaction.path("txId").asText()) || output < 0) {
            return Optional.empty();
        }
        List<Step> path = proof.pathOf(TransactionProof.OUTPUTS, output).stream()
                .map(beside ->
                        new Step(beside.isLeft() ? "L" : "R", beside.digest().toString()))
                .toList();
        String leaf = proof.leafOf(TransactionProof.OUTPUTS, output).toString();
        return Optional.of(new LedgerProof(List.copyOf(signatures), output, leaf, path));
    }

    /** A statement's number follows from its transaction and its place there; -1 where it is of another transaction. */
    private static int output(Digest txId, String number, int outputs) {
        for (int index = 0; index < outputs; index++) {
            if (StatementNumber.of(txId, index).equals(number)) {
                return index;
            }
        }
        return -1;
    }

    private static List<Signature> signatures(JsonNode transaction, JsonNode keys, String act) {
        List<Signature> signatures = new ArrayList<>();
        for (JsonNode each : transaction.path("signatures")) {
            String key = each.path("by").asText();
            String digest = Digest.sha(Base64.getDecoder().decode(key)).toString();
            signatures.add(new Signature(
                    holder(keys, key),
                    act,
                    digest.substring(0, KEY_DIGITS),
                    transaction.path("txId").asText().toLowerCase(java.util.Locale.ROOT),
                    each.path("signature").asText()));
        }
        return signatures;
    }

    /** A published key's name; any other key is an account's. */
    private static String holder(JsonNode keys, String key) {
        for (String name : List.of("issuingBody", "notary", "regulator")) {
            if (keys.path(name).asText().equals(key)) {
                return name;
            }
        }
        return "owner";
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }
}
