package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.ledger.TransactionProof;
import energy.registry.domain.ledger.TransactionSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ledger transaction as its bytes: the components by group, the salt, and the signatures.
 *
 * @param groups serialised components by the ordinal of their group
 */
public record LedgerTransaction(
        Digest txId,
        byte[] privacySalt,
        SortedMap<Integer, List<byte[]>> groups,
        List<TransactionSignature> signatures) {
    private static final int SIGNATURES_MAX = 64;

    public static LedgerTransaction read(JsonNode node) throws BrokenLink {
        Fields fields = new Fields(
                node,
                "transactions",
                Link.TRANSACTION_ID,
                Set.of("txId", "privacySalt", "groups", "signatures"),
                Set.of());
        SortedMap<Integer, List<byte[]>> groups = new TreeMap<>();
        for (JsonNode group : fields.list("groups", TransactionProof.GROUPS_MAX)) {
            readGroup(group, groups);
        }
        List<TransactionSignature> signatures = new ArrayList<>();
        for (JsonNode signature : fields.list("signatures", SIGNATURES_MAX)) {
            signatures.add(signature(signature));
        }
        return new LedgerTransaction(
                fields.digest("txId", Link.TRANSACTION_ID),
                fields.bytes("privacySalt", Link.TRANSACTION_ID),
                groups,
                signatures);
    }

    private static void readGroup(JsonNode node, SortedMap<Integer, List<byte[]>> groups) throws BrokenLink {
        Fields fields =
                new Fields(node, "transactions.groups", Link.TRANSACTION_ID, Set.of("ordinal", "components"), Set.of());
        long ordinal = fields.whole("ordinal");
        List<byte[]> components = new ArrayList<>();
        for (JsonNode component : fields.list("components", TransactionProof.COMPONENTS_MAX)) {
            components.add(fields.bytes(component, "components", Link.TRANSACTION_ID));
        }
        if (ordinal < 0 || ordinal >= TransactionProof.GROUPS_MAX || components.isEmpty()) {
            throw new BrokenLink(Link.TRANSACTION_ID, "a group of components has ordinal " + ordinal + " or is empty");
        }
        if (groups.put((int) ordinal, components) != null) {
            throw new BrokenLink(Link.TRANSACTION_ID, "group " + ordinal + " of a transaction is there twice");
        }
    }

    private static TransactionSignature signature(JsonNode node) throws BrokenLink {
        Link breaks = Link.NOTARY_SIGNATURE;
        Fields fields =
                new Fields(node, "transactions.signatures", breaks, Set.of("by", "signature", "signed"), Set.of());
        try {
            return new TransactionSignature(
                    fields.key("by", breaks), fields.bytes("signature", breaks), fields.bytes("signed", breaks));
        } catch (IllegalArgumentException outOfBounds) {
            throw new BrokenLink(breaks, "transactions.signatures: " + outOfBounds.getMessage());
        }
    }

    /** The id that follows from the components. */
    public Digest computedId() {
        return new TransactionProof(privacySalt, groups).id();
    }

    List<byte[]> inputs() {
        return groups.getOrDefault(TransactionProof.INPUTS, List.of());
    }

    List<byte[]> outputs() {
        return groups.getOrDefault(TransactionProof.OUTPUTS, List.of());
    }
}
