package energy.registry.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void takesTheNearestRank() {
        List<Long> hundred = LongStream.rangeClosed(1, 100)
                .map(millis -> millis * 1_000_000)
                .boxed()
                .toList();
        Percentiles percentiles = new Percentiles(hundred);
        assertThat(percentiles.millis(50)).isEqualTo(50);
        assertThat(percentiles.millis(95)).isEqualTo(95);
        assertThat(percentiles.millis(99)).isEqualTo(99);
        assertThat(percentiles.count()).isEqualTo(100);
    }

    @Test
    void ofOneAnswerItIsThatOne() {
        assertThat(new Percentiles(List.of(7_000_000L)).millis(99)).isEqualTo(7);
        assertThat(new Percentiles(List.of()).millis(50)).isZero();
    }
}
