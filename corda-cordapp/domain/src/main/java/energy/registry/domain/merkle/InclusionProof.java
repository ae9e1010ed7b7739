package energy.registry.domain.merkle;

import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Shows that a record is leaf {@code index} of the tree of {@code size} leaves with a given root (RFC 6962, 2.1.1). */
public final class InclusionProof {
    private final int index;
    private final int size;
    private final List<Digest> path;

    public InclusionProof(int index, int size, List<Digest> path) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of " + size);
        }
        this.index = index;
        this.size = size;
        this.path = Collections.unmodifiableList(new ArrayList<>(path));
    }

    public int index() {
        return index;
    }

    public int size() {
        return size;
    }

    public List<Digest> path() {
        return path;
    }

    /** Whether {@code record} is the leaf this proof speaks of, in the tree with {@code root}. */
    public boolean proves(byte[] record, Digest root) {
        int node = index;
        int last = size - 1;
        Digest hash = MerkleTree.leafHash(record);
        for (Digest sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.nodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
