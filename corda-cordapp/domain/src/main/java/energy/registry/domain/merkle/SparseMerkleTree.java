package energy.registry.domain.merkle;

import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of SHA-256 keys under one root: each key is a leaf at the place its bits name, 256 levels below the root. A
 * subtree without keys hashes to 32 zero bytes, a leaf to SHA-256(0x00, key), a node to SHA-256(0x01, left, right).
 * Unlike a list's tree it can show that a key is absent.
 */
public final class SparseMerkleTree {
    public static final int DEPTH = 256;

    /** Hash of every subtree without keys, and the root of the empty set. */
    public static final Digest EMPTY = Digest.ZERO;

    private Node root = new Node(EMPTY, null, null, null);

    public Digest root() {
        return root.hash;
    }

    public boolean contains(Digest key) {
        Node node = root;
        for (int depth = 0; ; depth++) {
            if (node.isEmpty()) {
                return false;
            }
            if (node.key != null) {
                return node.key.equals(key);
            }
            node = bit(key, depth) ? node.right : node.left;
        }
    }

    /** The proof that {@code key} is absent; it must be. */
    public AbsenceProof absenceOf(Digest key) {
        List<Digest> siblings = new ArrayList<>();
        Node node = root;
        for (int depth = 0; !node.isEmpty(); depth++) {
            if (node.key != null && node.key.equals(key)) {
                throw new IllegalArgumentException("the tree has " + key);
            }
            Node split = node.key == null ? node : node.pushedDown(depth);
            boolean right = bit(key, depth);
            siblings.add(right ? split.left.hash : split.right.hash);
            node = right ? split.right : split.left;
        }
        return new AbsenceProof(siblings);
    }

    public void add(Digest key) {
        root = add(root, key, 0);
    }

    private static Node add(Node node, Digest key, int depth) {
        if (node.isEmpty()) {
            return Node.lone(key, depth);
        }
        if (node.key != null && node.key.equals(key)) {
            return node;
        }
        Node split = node.key == null ? node : node.pushedDown(depth);
        return bit(key, depth)
                ? Node.branch(split.left, add(split.right, key, depth + 1))
                : Node.branch(add(split.left, key, depth + 1), split.right);
    }

    /** Hash of the subtree at {@code depth} that holds {@code key} alone. */
    static Digest lone(Digest key, int depth) {
        Digest hash = MerkleTree.leafHash(key.bytes());
        for (int level = DEPTH - 1; level >= depth; level--) {
            hash = parent(key, level, hash, EMPTY);
        }
        return hash;
    }

    /** Joins the subtree on {@code key}'s path with its sibling, both below the node at {@code depth}. */
    static Digest parent(Digest key, int depth, Digest onPath, Digest sibling) {
        Digest left = bit(key, depth) ? sibling : onPath;
        Digest right = bit(key, depth) ? onPath : sibling;
        return join(left, right);
    }

    private static Digest join(Digest left, Digest right) {
        return left.equals(EMPTY) && right.equals(EMPTY) ? EMPTY : MerkleTree.nodeHash(left, right);
    }

    private static boolean bit(Digest key, int depth) {
        return (key.bytes()[depth >> 3] >> 7 - (depth & 7) & 1) == 1;
    }

    /** Empty, one key alone in its subtree, or a branch. */
    private static final class Node {
        private static final Node NONE = new Node(EMPTY, null, null, null);

        private final Digest hash;
        private final Digest key;
        private final Node left;
        private final Node right;

        private Node(Digest hash, Digest key, Node left, Node right) {
            this.hash = hash;
            this.key = key;
            this.left = left;
            this.right = right;
        }

        static Node lone(Digest key, int depth) {
            return new Node(SparseMerkleTree.lone(key, depth), key, null, null);
        }

        static Node branch(Node left, Node right) {
            return new Node(join(left.hash, right.hash), null, left, right);
        }

        boolean isEmpty() {
            return key == null && left == null;
        }

        /** This lone key as a branch at {@code depth}, so that another key can come beside it. */
        Node pushedDown(int depth) {
            Node below = lone(key, depth + 1);
            return bit(key, depth) ? branch(NONE, below) : branch(below, NONE);
        }
    }
}
