package energy.registry.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The way from a component up to its transaction's id. */
class TransactionPathTest {
    @Test
    void everyComponentHashesUpToTheTransaction() {
        Random random = new Random(Long.getLong("seed", 17));
        for (int run = 0; run < 100; run++) {
            Map<Integer, List<byte[]>> groups = groups(random);
            TransactionProof proof = new TransactionProof(bytes(random, 32), groups);
            groups.forEach((ordinal, components) -> {
                for (int index = 0; index < components.size(); index++) {
                    Digest at = proof.leafOf(ordinal, index);
                    for (TransactionProof.Beside beside : proof.pathOf(ordinal, index)) {
                        Digest left = beside.isLeft() ? beside.digest() : at;
                        Digest right = beside.isLeft() ? at : beside.digest();
                        assertThat(beside.over(at)).isEqualTo(Digest.sha(left.bytes(), right.bytes()));
                        at = beside.over(at);
                    }
                    assertThat(at).isEqualTo(proof.id());
                }
            });
        }
    }

    private static Map<Integer, List<byte[]>> groups(Random random) {
        Map<Integer, List<byte[]>> groups = new TreeMap<>();
        for (int ordinal = 0; ordinal < TransactionProof.GROUPS_MAX; ordinal++) {
            List<byte[]> components = new ArrayList<>();
            int size = random.nextInt(6);
            for (int index = 0; index < size; index++) {
                components.add(bytes(random, 1 + random.nextInt(40)));
            }
            if (!components.isEmpty() || ordinal == 1) {
                components.add(bytes(random, 8));
                groups.put(ordinal, components);
            }
        }
        return groups;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
