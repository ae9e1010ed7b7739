package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClipTimesTest {
    private static final Instant BEGIN = Instant.parse("2026-05-04T10:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Test
    void everyClipLiesInItsOwnPartOfTheIntervalAndEndsInIt() {
        for (int seed = 0; seed < 500; seed++) {
            List<Instant> starts = times(seed).starts("CAM-1", BEGIN, INTERVAL, 5, LENGTH);
            for (int i = 0; i < 5; i++) {
                Instant from = BEGIN.plusSeconds(180L * i);
                assertThat(starts.get(i)).isBetween(from, from.plusSeconds(150));
            }
        }
    }

    @Test
    void theNonceAndTheCameraDecideAndNothingElse() {
        Set<Instant> first = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            first.add(times(seed).starts("CAM-1", BEGIN, INTERVAL, 1, LENGTH).get(0));
        }
        assertThat(first).hasSizeGreaterThan(190);
        assertThat(times(1).starts("CAM-1", BEGIN, INTERVAL, 3, LENGTH))
                .isEqualTo(times(1).starts("CAM-1", BEGIN, INTERVAL, 3, LENGTH))
                .isNotEqualTo(times(1).starts("CAM-2", BEGIN, INTERVAL, 3, LENGTH));
        assertThat(times(1).commitment()).isNotEqualTo(times(2).commitment());
    }

    @Test
    void clipsThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> times(1).starts("CAM-1", BEGIN, Duration.ofMinutes(1), 3, LENGTH))
                .hasMessageContaining("interval: 3 clips of 30 s do not fit into 60 s");
        assertThatThrownBy(() -> times(1).starts("CAM-1", BEGIN, INTERVAL, 13, LENGTH))
                .hasMessageContaining("clips: 13");
    }

    private static ClipTimes times(int seed) {
        byte[] nonce = new byte[32];
        new SplittableRandom(seed).nextBytes(nonce);
        return new ClipTimes(nonce);
    }
}
