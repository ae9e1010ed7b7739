package energy.registry.web.adapter.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.ledger.TransactionProof;
import energy.registry.web.model.RetirementRow;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The ledger's part of a provenance bundle: an issuance and a retirement whose ids follow from their components. */
record LedgerBundle(String json, String retirementTx, int output, String component) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] SALT = new byte[32];

    static LedgerBundle of(int outputs) {
        ObjectNode bundle = JSON.createObjectNode();
        bundle.putObject("keys").put("issuingBody", text("issuer")).put("notary", text("notary"));
        ArrayNode transactions = bundle.putArray("transactions");
        transaction(transactions, 1, "issuer");
        String id = transaction(transactions, outputs, "account");
        int last = outputs - 1;
        return new LedgerBundle(bundle.toString(), id, last, text("output " + last + " of " + outputs));
    }

    private static String transaction(ArrayNode transactions, int outputs, String signer) {
        ObjectNode transaction = transactions.addObject();
        List<byte[]> made = java.util.stream.IntStream.range(0, outputs)
                .mapToObj(n -> ("output " + n + " of " + outputs).getBytes(StandardCharsets.UTF_8))
                .toList();
        List<byte[]> taken = List.of(new byte[] {1}, new byte[] {2});
        String id = new TransactionProof(SALT, Map.of(0, taken, 1, made)).id().toString();
        transaction.put("txId", id).put("privacySalt", Base64.getEncoder().encodeToString(SALT));
        ArrayNode groups = transaction.putArray("groups");
        group(groups, 0, taken);
        group(groups, 1, made);
        ArrayNode signatures = transaction.putArray("signatures");
        signatures.addObject().put("by", text(signer)).put("signature", text("signature of " + signer));
        signatures.addObject().put("by", text("notary")).put("signature", text("signature of notary"));
        return id;
    }

    private static void group(ArrayNode groups, int ordinal, List<byte[]> components) {
        ArrayNode list = groups.addObject().put("ordinal", ordinal).putArray("components");
        components.forEach(component -> list.add(Base64.getEncoder().encodeToString(component)));
    }

    private static String text(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    /** The same retirement in this bundle's transaction. */
    RetirementRow retirement(RetirementRow row) {
        return new RetirementRow(
                StatementNumber.of(Digest.parse(retirementTx), output),
                row.retirementId(),
                row.owner(),
                row.ownerName(),
                row.quantityWh(),
                row.beneficiary(),
                row.purpose(),
                row.mainReason(),
                row.periodStart(),
                row.periodEnd(),
                row.onBehalfOf(),
                row.note(),
                row.retiredAt(),
                retirementTx,
                row.lines());
    }

    /** Hashes the printed way up, as a reader with a pencil would. */
    String climbs(LedgerProof proof) {
        byte[] at = HexFormat.of().parseHex(proof.leaf());
        for (LedgerProof.Step step : proof.path()) {
            byte[] beside = HexFormat.of().parseHex(step.hash());
            at = (step.side().equals("L") ? Digest.sha(beside, at) : Digest.sha(at, beside)).bytes();
        }
        return HexFormat.of().formatHex(at);
    }
}
