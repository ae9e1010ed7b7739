package energy.registry.domain.ledger;

import energy.registry.domain.encoding.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The components of one Corda transaction as they were serialised, with its privacy salt: enough to recompute its id.
 * {@code ops/docs/transaction-id.md} tells the algorithm step by step.
 */
public final class TransactionProof {
    /** Corda has nine groups today (inputs, outputs, commands, …, network parameters); room for a few more. */
    public static final int GROUPS_MAX = 16;

    /** Components in one group: a transaction of this many states is past Corda's size limit. */
    public static final int COMPONENTS_MAX = 4_096;

    public static final int INPUTS = 0;
    public static final int OUTPUTS = 1;
    public static final int NOTARY = 4;

    private static final int SALT_BYTES = 32;
    private static final Digest PADDING = Digest.ZERO;
    private static final Digest MISSING_GROUP = allOnes();

    private final byte[] privacySalt;
    private final SortedMap<Integer, List<byte[]>> groups;

    /** @param groups serialised components by the ordinal of their group; a group that is named has at least one */
    public TransactionProof(byte[] privacySalt, Map<Integer, List<byte[]>> groups) {
        if (privacySalt.length != SALT_BYTES) {
            throw new IllegalArgumentException(
                    "privacySalt: has " + privacySalt.length + " bytes; a salt has " + SALT_BYTES);
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups: none is given; a transaction has components");
        }
        this.privacySalt = privacySalt.clone();
        this.groups = new TreeMap<>();
        groups.forEach(this::add);
    }

    private void add(int ordinal, List<byte[]> components) {
        if (ordinal < 0 || ordinal >= GROUPS_MAX) {
            throw new IllegalArgumentException("groups: ordinal " + ordinal + " is not within 0.." + (GROUPS_MAX - 1));
        }
        if (components.isEmpty() || components.size() > COMPONENTS_MAX) {
            throw new IllegalArgumentException(
                    "groups: group " + ordinal + " has " + components.size() + " components, not 1.." + COMPONENTS_MAX);
        }
        groups.put(ordinal, Collections.unmodifiableList(new ArrayList<>(components)));
    }

    /** The serialised components of a group; none for a group that the transaction does not have. */
    public List<byte[]> components(int ordinal) {
        return groups.getOrDefault(ordinal, Collections.emptyList());
    }

    /** The transaction's id: the Merkle root over the roots of its groups. */
    public Digest id() {
        return root(groupRoots());
    }

    private List<Digest> groupRoots() {
        List<Digest> roots = new ArrayList<>();
        for (int ordinal = 0; ordinal <= groups.lastKey(); ordinal++) {
            List<byte[]> components = groups.get(ordinal);
            roots.add(components == null ? MISSING_GROUP : root(leaves(ordinal, components)));
        }
        return roots;
    }

    /** A component's leaf: the hash that stands for it in the tree. */
    public Digest leafOf(int ordinal, int index) {
        return leaves(ordinal, components(ordinal)).get(index);
    }

    /** The hashes beside the way from a component's leaf up to the transaction's id, nearest first. */
    public List<Beside> pathOf(int ordinal, int index) {
        List<Beside> path = new ArrayList<>(beside(leaves(ordinal, components(ordinal)), index));
        path.addAll(beside(groupRoots(), ordinal));
        return path;
    }

    private static List<Beside> beside(List<Digest> leaves, int index) {
        List<Beside> path = new ArrayList<>();
        int place = index;
        for (List<Digest> level = padded(leaves); level.size() > 1; level = above(level)) {
            boolean left = place % 2 == 1;
            path.add(new Beside(level.get(left ? place - 1 : place + 1), left));
            place /= 2;
        }
        return path;
    }

    /** A hash beside the way up: on the left of what comes from below, or on its right. */
    public static final class Beside {
        private final Digest digest;
        private final boolean left;

        Beside(Digest digest, boolean left) {
            this.digest = digest;
            this.left = left;
        }

        public Digest digest() {
            return digest;
        }

        public boolean isLeft() {
            return left;
        }

        /** The hash one level up. */
        public Digest over(Digest below) {
            return left ? Digest.sha(digest.bytes(), below.bytes()) : Digest.sha(below.bytes(), digest.bytes());
        }
    }

    private List<Digest> leaves(int ordinal, List<byte[]> components) {
        List<Digest> leaves = new ArrayList<>(components.size());
        for (int index = 0; index < components.size(); index++) {
            byte[] component = components.get(index);
            leaves.add(twice(nonce(ordinal, index, component).bytes(), component));
        }
        return leaves;
    }

    /**
     * Each component's own secret, so that one that is shown gives no other away. Corda mixes the component in here
     * already, and a second time in the leaf.
     */
    private Digest nonce(int ordinal, int index, byte[] component) {
        byte[] place = ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(ordinal)
                .putInt(index)
                .array();
        return twice(twice(privacySalt, place).bytes(), component);
    }

    private static Digest twice(byte[] first, byte[] second) {
        return Digest.sha(Digest.sha(first, second).bytes());
    }

    /** Corda's tree: leaves padded with zeros to a power of two, parents are one SHA-256 over both children. */
    private static Digest root(List<Digest> leaves) {
        List<Digest> level = padded(leaves);
        while (level.size() > 1) {
            level = above(level);
        }
        return level.get(0);
    }

    private static List<Digest> padded(List<Digest> leaves) {
        List<Digest> level = new ArrayList<>(leaves);
        while (Integer.bitCount(level.size()) != 1) {
            level.add(PADDING);
        }
        return level;
    }

    private static List<Digest> above(List<Digest> level) {
        List<Digest> above = new ArrayList<>(level.size() / 2);
        for (int i = 0; i < level.size(); i += 2) {
            above.add(Digest.sha(level.get(i).bytes(), level.get(i + 1).bytes()));
        }
        return above;
    }

    private static Digest allOnes() {
        byte[] ones = new byte[Digest.LENGTH_BYTES];
        Arrays.fill(ones, (byte) 0xFF);
        return Digest.of(ones);
    }
}
