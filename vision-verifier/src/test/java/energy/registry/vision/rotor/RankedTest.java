package energy.registry.vision.rotor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 101, 1_000})
    void givesWhatSortingWouldPutThere(int length) {
        Random random = new Random(length);
        for (int levels : new int[] {1, 3, 1_000_000}) {
            double[] values = random.ints(length, -levels, levels)
                    .mapToDouble(level -> level / 7.0)
                    .toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int rank : new int[] {0, length / 2, (int) (0.8 * length), length - 1}) {
                assertThat(Ranked.at(values.clone(), rank)).isEqualTo(sorted[rank]);
                assertThat(Ranked.at(sorted.clone(), rank)).isEqualTo(sorted[rank]);
            }
        }
    }

    @Test
    void endsWhereSomethingIsNoNumber() {
        double[] values = {3, Double.NaN, 1, Double.NaN, 2};
        Ranked.at(values, 2);
        assertThat(values).contains(1, 2, 3);
    }
}
