package energy.registry.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.VisionVerdict;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotorSpeedTest {
    private static VisionVerdict verdict(RotorState state, List<String> flags) {
        return new VisionVerdict(
                Digest.ZERO,
                "CAM-1",
                "WTG-1",
                0,
                900,
                state,
                11_830_000,
                20_000,
                flags,
                Collections.emptyList(),
                Digest.ZERO,
                Digest.ZERO,
                "vision 3");
    }

    @Test
    void onlyFootageThatNothingSpeaksAgainstGivesASpeed() {
        RotorSpeed running = RotorSpeed.trustedIn(verdict(RotorState.RUNNING, Collections.emptyList()))
                .orElseThrow();
        assertThat(running.microRpm()).isEqualTo(11_830_000);
        assertThat(running.standardUncertaintyMicroRpm()).isEqualTo(20_000);
        RotorSpeed standing = RotorSpeed.trustedIn(verdict(RotorState.STOPPED, Collections.emptyList()))
                .orElseThrow();
        assertThat(standing.microRpm()).isZero();
        assertThat(standing.standardUncertaintyMicroRpm()).isEqualTo(20_000);
        assertThat(RotorSpeed.trustedIn(verdict(RotorState.INCONCLUSIVE, Collections.emptyList())))
                .isEmpty();
        assertThat(RotorSpeed.trustedIn(verdict(RotorState.RUNNING, Collections.singletonList("LOOPED"))))
                .isEmpty();
    }

    @Test
    void aSpeedIsNotNegative() {
        assertThat(new RotorSpeed(0, 0).microRpm()).isZero();
        assertThatThrownBy(() -> new RotorSpeed(-1, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new RotorSpeed(0, -1)).hasMessageContaining("-1");
    }
}
