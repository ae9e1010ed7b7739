package energy.registry.domain.merkle;

import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 section 2.1: leaves are hashed with prefix 0x00 and nodes with 0x01, so that a node can
 * never be passed off as a leaf; the left subtree holds the largest power of two smaller than the number of leaves.
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<Digest> leaves;

    private MerkleTree(List<Digest> leaves) {
        this.leaves = leaves;
    }

    public static MerkleTree over(List<byte[]> records) {
        List<Digest> hashes = new ArrayList<>(records.size());
        for (byte[] record : records) {
            hashes.add(leafHash(record));
        }
        return new MerkleTree(hashes);
    }

    public static Digest leafHash(byte[] record) {
        return Digest.sha(LEAF, record);
    }

    static Digest nodeHash(Digest left, Digest right) {
        return Digest.sha(NODE, left.bytes(), right.bytes());
    }

    /** The tree head; of an empty tree, the hash of the empty string. */
    public Digest root() {
        return leaves.isEmpty() ? Digest.sha() : root(leaves);
    }

    private static Digest root(List<Digest> hashes) {
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int split = split(hashes.size());
        return nodeHash(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }

    static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /** The audit path of leaf {@code index}, from the leaf's sibling up to the root's child. */
    public InclusionProof proofOf(int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IndexOutOfBoundsException("leaf " + index + " of " + leaves.size());
        }
        List<Digest> path = new ArrayList<>();
        collect(leaves, index, path);
        return new InclusionProof(index, leaves.size(), path);
    }

    private static void collect(List<Digest> hashes, int index, List<Digest> path) {
        if (hashes.size() == 1) {
            return;
        }
        int split = split(hashes.size());
        List<Digest> left = hashes.subList(0, split);
        List<Digest> right = hashes.subList(split, hashes.size());
        if (index < split) {
            collect(left, index, path);
            path.add(root(right));
        } else {
            collect(right, index - split, path);
            path.add(root(left));
        }
    }
}
