package energy.registry.domain.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.encoding.Hex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MerkleTreeTest {
    /** The eight leaves of the reference vectors of certificate-transparency (RFC 6962). */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** The tree heads over the first 1..8 of them. */
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfTheReferenceVectors() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            assertThat(MerkleTree.over(leaves(size)).root()).hasToString(ROOTS.get(size - 1));
        }
    }

    @Test
    void anEmptyTreeHasTheHashOfNothing() {
        assertThat(MerkleTree.over(List.of()).root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void everyLeafOfEverySizeHasAProofThatHolds() {
        for (int size = 1; size <= 40; size++) {
            List<byte[]> leaves = numbered(size);
            MerkleTree tree = MerkleTree.over(leaves);
            for (int index = 0; index < size; index++) {
                assertThat(tree.proofOf(index).proves(leaves.get(index), tree.root()))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void aProofHoldsForNoOtherLeafIndexSizeOrPath() {
        List<byte[]> leaves = numbered(13);
        MerkleTree tree = MerkleTree.over(leaves);
        InclusionProof proof = tree.proofOf(5);
        assertThat(proof.proves(leaves.get(6), tree.root())).isFalse();
        assertThat(new InclusionProof(4, 13, proof.path()).proves(leaves.get(5), tree.root()))
                .isFalse();
        assertThat(new InclusionProof(5, 5 + 1, proof.path()).proves(leaves.get(5), tree.root()))
                .isFalse();
        for (int step = 0; step < proof.path().size(); step++) {
            List<Digest> path = new ArrayList<>(proof.path());
            path.remove(step);
            assertThat(new InclusionProof(5, 13, path).proves(leaves.get(5), tree.root()))
                    .isFalse();
        }
    }

    @Test
    void aNodeIsNoLeaf() {
        List<byte[]> leaves = numbered(2);
        byte[] left = MerkleTree.leafHash(leaves.get(0)).bytes();
        byte[] right = MerkleTree.leafHash(leaves.get(1)).bytes();
        byte[] joined = new byte[64];
        System.arraycopy(left, 0, joined, 0, 32);
        System.arraycopy(right, 0, joined, 32, 32);
        assertThat(MerkleTree.over(List.of(joined)).root())
                .isNotEqualTo(MerkleTree.over(leaves).root());
    }

    @Test
    void aLeafOutsideTheTreeIsRefused() {
        assertThatThrownBy(() -> MerkleTree.over(numbered(3)).proofOf(3)).hasMessageContaining("leaf 3 of 3");
    }

    private static List<byte[]> leaves(int size) {
        return LEAVES.subList(0, size).stream().map(Hex::decode).collect(java.util.stream.Collectors.toList());
    }

    private static List<byte[]> numbered(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(new byte[] {(byte) i, (byte) size});
        }
        return leaves;
    }
}
