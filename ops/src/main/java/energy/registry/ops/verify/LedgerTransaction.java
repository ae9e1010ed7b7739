package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import java.nio.ByteBuffer;
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
record LedgerTransaction(
        Digest txId, byte[] privacySalt, SortedMap<Integer, List<byte[]>> groups, List<Signed> signatures) {
    static final int INPUTS = 0;
    static final int OUTPUTS = 1;

    /** Corda has nine groups; some room for its next versions. */
    private static final int GROUPS_MAX = 16;

    /** Inputs, outputs or signers of one transaction. */
    private static final int COMPONENTS_MAX = 2_048;

    private static final int SIGNATURES_MAX = 64;
    private static final Digest ABSENT_GROUP = Digest.of(allOnes());

    /**
     * A signature.
     *
     * @param signed the exact bytes it covers: the transaction's id with the scheme's number and the platform's version
     */
    record Signed(SigningKey by, byte[] signature, byte[] signed) {}

    static LedgerTransaction read(JsonNode node) throws BrokenLink {
        Fields fields = new Fields(
                node,
                "transactions",
                Link.TRANSACTION_ID,
                Set.of("txId", "privacySalt", "groups", "signatures"),
                Set.of());
        SortedMap<Integer, List<byte[]>> groups = new TreeMap<>();
        for (JsonNode group : fields.list("groups", GROUPS_MAX)) {
            readGroup(group, groups);
        }
        List<Signed> signatures = new ArrayList<>();
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
        for (JsonNode component : fields.list("components", COMPONENTS_MAX)) {
            components.add(fields.bytes(component, "components", Link.TRANSACTION_ID));
        }
        if (ordinal < 0 || ordinal >= GROUPS_MAX || components.isEmpty()) {
            throw new BrokenLink(Link.TRANSACTION_ID, "a group of components has ordinal " + ordinal + " or is empty");
        }
        if (groups.put((int) ordinal, components) != null) {
            throw new BrokenLink(Link.TRANSACTION_ID, "group " + ordinal + " of a transaction is there twice");
        }
    }

    private static Signed signature(JsonNode node) throws BrokenLink {
        Link breaks = Link.NOTARY_SIGNATURE;
        Fields fields =
                new Fields(node, "transactions.signatures", breaks, Set.of("by", "signature", "signed"), Set.of());
        return new Signed(fields.key("by", breaks), fields.bytes("signature", breaks), fields.bytes("signed", breaks));
    }

    /**
     * The id that follows from the components: each is hashed with a nonce from the salt and its place, each group is a
     * Merkle tree, and the id is the root over the groups.
     */
    Digest computedId() {
        if (groups.isEmpty()) {
            return Digest.ZERO;
        }
        List<Digest> roots = new ArrayList<>();
        for (int ordinal = 0; ordinal <= groups.lastKey(); ordinal++) {
            roots.add(groups.containsKey(ordinal) ? rootOf(ordinal) : ABSENT_GROUP);
        }
        return root(roots);
    }

    private Digest rootOf(int ordinal) {
        List<Digest> leaves = new ArrayList<>();
        List<byte[]> components = groups.get(ordinal);
        for (int i = 0; i < components.size(); i++) {
            byte[] place = ByteBuffer.allocate(8).putInt(ordinal).putInt(i).array();
            Digest salted = twice(privacySalt, place);
            Digest nonce = twice(salted.bytes(), components.get(i));
            leaves.add(twice(nonce.bytes(), components.get(i)));
        }
        return root(leaves);
    }

    /** Corda's own tree: padded with zeros to a power of two, nodes without a prefix. */
    private static Digest root(List<Digest> leaves) {
        List<Digest> level = new ArrayList<>(leaves);
        while (Integer.bitCount(level.size()) != 1) {
            level.add(Digest.ZERO);
        }
        while (level.size() > 1) {
            List<Digest> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Digest.sha(level.get(i).bytes(), level.get(i + 1).bytes()));
            }
            level = above;
        }
        return level.get(0);
    }

    private static Digest twice(byte[] one, byte[] other) {
        return Digest.sha(Digest.sha(one, other).bytes());
    }

    private static byte[] allOnes() {
        byte[] ones = new byte[Digest.LENGTH_BYTES];
        java.util.Arrays.fill(ones, (byte) -1);
        return ones;
    }

    List<byte[]> inputs() {
        return groups.getOrDefault(INPUTS, List.of());
    }

    List<byte[]> outputs() {
        return groups.getOrDefault(OUTPUTS, List.of());
    }
}
