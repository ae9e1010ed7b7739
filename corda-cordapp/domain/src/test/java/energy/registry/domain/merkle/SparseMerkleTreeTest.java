package energy.registry.domain.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseMerkleTreeTest {
    private static Digest key(int number) {
        return Digest.sha(ByteBuffer.allocate(4).putInt(number).array());
    }

    @Test
    void theEmptyTreeHasTheEmptyRoot() {
        assertThat(new SparseMerkleTree().root()).isEqualTo(Digest.ZERO);
    }

    @Test
    void oneKeyIsHashedUpThroughAllLevels() {
        SparseMerkleTree tree = new SparseMerkleTree();
        tree.add(key(1));
        Digest hash = Digest.sha(new byte[] {0}, key(1).bytes());
        for (int depth = 255; depth >= 0; depth--) {
            boolean right = (key(1).bytes()[depth / 8] >> 7 - depth % 8 & 1) == 1;
            byte[] empty = new byte[32];
            hash = right
                    ? Digest.sha(new byte[] {1}, empty, hash.bytes())
                    : Digest.sha(new byte[] {1}, hash.bytes(), empty);
        }
        assertThat(tree.root()).isEqualTo(hash);
    }

    @Test
    void everyAdditionIsProvenAndGivesTheNextRoot() {
        SparseMerkleTree tree = new SparseMerkleTree();
        for (int i = 0; i < 300; i++) {
            Digest before = tree.root();
            AbsenceProof proof = tree.absenceOf(key(i));
            assertThat(proof.proves(key(i), before)).isTrue();
            tree.add(key(i));
            assertThat(proof.rootWith(key(i))).isEqualTo(tree.root());
            assertThat(proof.proves(key(i), tree.root())).isFalse();
        }
    }

    @Test
    void aPresentKeyHasNoProofOfAbsence() {
        SparseMerkleTree tree = new SparseMerkleTree();
        for (int i = 0; i < 100; i++) {
            tree.add(key(i));
        }
        for (int i = 0; i < 100; i++) {
            Digest present = key(i);
            assertThat(tree.contains(present)).isTrue();
            assertThatThrownBy(() -> tree.absenceOf(present)).isInstanceOf(IllegalArgumentException.class);
            AbsenceProof foreign = tree.absenceOf(key(1_000 + i));
            assertThat(foreign.proves(present, tree.root())).isFalse();
        }
    }

    @Test
    void aShortenedOrAlteredProofProvesNothing() {
        SparseMerkleTree tree = new SparseMerkleTree();
        for (int i = 0; i < 50; i++) {
            tree.add(key(i));
        }
        AbsenceProof proof = tree.absenceOf(key(99));
        List<Digest> siblings = new ArrayList<>(proof.siblings());
        List<Digest> shorter = siblings.subList(0, siblings.size() - 1);
        assertThat(new AbsenceProof(shorter).proves(key(99), tree.root())).isFalse();
        siblings.set(0, Digest.sha());
        assertThat(new AbsenceProof(siblings).proves(key(99), tree.root())).isFalse();
    }

    @Test
    void theRootDoesNotDependOnTheOrder() {
        List<Digest> keys = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            keys.add(key(i));
        }
        SparseMerkleTree tree = new SparseMerkleTree();
        keys.forEach(tree::add);
        Collections.shuffle(keys, new Random(7));
        SparseMerkleTree shuffled = new SparseMerkleTree();
        keys.forEach(shuffled::add);
        keys.forEach(shuffled::add);
        assertThat(shuffled.root()).isEqualTo(tree.root());
    }

    @Test
    void aTreeContainsWhatWasAddedAndNothingElse() {
        SparseMerkleTree tree = new SparseMerkleTree();
        Digest one = Digest.sha(new byte[] {1});
        Digest two = Digest.sha(new byte[] {2});
        assertThat(tree.contains(one)).isFalse();
        tree.add(one);
        assertThat(tree.contains(one)).isTrue();
        assertThat(tree.contains(two)).isFalse();
        tree.add(two);
        assertThat(tree.contains(two)).isTrue();
        for (int i = 3; i < 40; i++) {
            assertThat(tree.contains(Digest.sha(new byte[] {(byte) i}))).isFalse();
        }
    }
}
