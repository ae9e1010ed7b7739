package energy.registry.domain.merkle;

import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shows that a key is not in a sparse Merkle tree, and computes the root after adding it: the siblings on the way from
 * the root down to the first empty subtree on the key's path.
 */
public final class AbsenceProof {
    /** One level for each bit of a SHA-256 key. */
    public static final int DEPTH_MAX = SparseMerkleTree.DEPTH;

    private final List<Digest> siblings;

    /** @param siblings from the root's child downwards */
    public AbsenceProof(List<Digest> siblings) {
        if (siblings.size() > DEPTH_MAX) {
            throw new IllegalArgumentException("a proof has at most " + DEPTH_MAX + " siblings");
        }
        this.siblings = Collections.unmodifiableList(new ArrayList<>(siblings));
    }

    public List<Digest> siblings() {
        return siblings;
    }

    /** Whether {@code key} is absent from the tree with {@code root}. */
    public boolean proves(Digest key, Digest root) {
        return upFrom(SparseMerkleTree.EMPTY, key).equals(root);
    }

    /** The root of the same tree with {@code key} added. */
    public Digest rootWith(Digest key) {
        return upFrom(SparseMerkleTree.lone(key, siblings.size()), key);
    }

    private Digest upFrom(Digest subtree, Digest key) {
        Digest hash = subtree;
        for (int depth = siblings.size() - 1; depth >= 0; depth--) {
            hash = SparseMerkleTree.parent(key, depth, hash, siblings.get(depth));
        }
        return hash;
    }
}
