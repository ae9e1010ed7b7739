package energy.registry.vision.physics;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.solar.PanelObservation;
import energy.registry.vision.solar.PanelState;
import energy.registry.vision.solar.SkyObservation;
import energy.registry.vision.solar.SkyState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final double CAPACITY = 5_000_000;
    private static final PanelObservation CLEAN = new PanelObservation(PanelState.CLEAN, 0, 0, 0, 1);
    private static final PanelObservation SNOWED = new PanelObservation(PanelState.SNOW, 0.95, 0, 0, 0);
    private static final SkyObservation CLEAR = new SkyObservation(SkyState.CLEAR, 0.02, 0.09, 140, 0.3);
    private static final SkyObservation OVERCAST = new SkyObservation(SkyState.OVERCAST, 1, 0.09, 180, 0.02);

    private static ClipEvidence clip(String name, SkyObservation sky, PanelObservation panels) {
        return new ClipEvidence(name, false, Optional.of(SolarBand.of(CAPACITY, 60, sky, panels)));
    }

    @Test
    void fullPowerUnderAClearSkyIsConsistent() {
        Judgement judgement = OverclaimTest.judge(CAPACITY, 0.9 * CAPACITY, false, List.of(clip("a", CLEAR, CLEAN)));

        assertThat(judgement.consistency()).isEqualTo(Consistency.CONSISTENT);
    }

    @Test
    void fullPowerUnderSnowIsInconsistentOnlyWhenTwoClipsSaySo() {
        ClipEvidence one = clip("a", CLEAR, SNOWED);
        ClipEvidence two = clip("b", CLEAR, SNOWED);

        assertThat(OverclaimTest.judge(CAPACITY, 0.9 * CAPACITY, false, List.of(one))
                        .reasons())
                .containsExactly(JudgementReason.POWER_ABOVE_EXPECTED_IN_ONE_CLIP);
        assertThat(OverclaimTest.judge(CAPACITY, 0.9 * CAPACITY, false, List.of(one, one))
                        .consistency())
                .as("the same clip twice is one clip")
                .isEqualTo(Consistency.INCONCLUSIVE);
        assertThat(OverclaimTest.judge(CAPACITY, 0.9 * CAPACITY, false, List.of(one, two))
                        .consistency())
                .isEqualTo(Consistency.INCONSISTENT);
    }

    @Test
    void fullPowerUnderAnOvercastSkyIsInconsistentInTwoClips() {
        List<ClipEvidence> clips = List.of(clip("a", OVERCAST, CLEAN), clip("b", OVERCAST, CLEAN));

        assertThat(OverclaimTest.judge(CAPACITY, CAPACITY, false, clips).consistency())
                .isEqualTo(Consistency.INCONSISTENT);
        assertThat(OverclaimTest.judge(CAPACITY, 0.3 * CAPACITY, false, clips).consistency())
                .isEqualTo(Consistency.CONSISTENT);
    }

    @Test
    void powerAtNightNeedsNoPicture() {
        assertThat(OverclaimTest.judge(CAPACITY, 0.006 * CAPACITY, true, List.of())
                        .consistency())
                .isEqualTo(Consistency.INCONSISTENT);
        assertThat(OverclaimTest.judge(CAPACITY, 0.004 * CAPACITY, true, List.of())
                        .consistency())
                .isEqualTo(Consistency.INCONCLUSIVE);
    }

    @Test
    void meteringWhileTheRotorStandsInAllClipsIsInconsistent() {
        ClipEvidence stands = new ClipEvidence("a", true, Optional.empty());

        assertThat(OverclaimTest.judge(CAPACITY, 0.03 * CAPACITY, false, List.of(stands))
                        .reasons())
                .containsExactly(JudgementReason.STOPPED_WHILE_METERING);
        assertThat(OverclaimTest.judge(CAPACITY, 0.01 * CAPACITY, false, List.of(stands))
                        .consistency())
                .isEqualTo(Consistency.CONSISTENT);
    }

    @Test
    void withoutATellingClipNothingIsConcluded() {
        ClipEvidence silent = new ClipEvidence("a", false, Optional.empty());

        assertThat(OverclaimTest.judge(CAPACITY, CAPACITY, false, List.of(silent))
                        .reasons())
                .containsExactly(JudgementReason.NO_TELLING_CLIP);
    }

    @Test
    void lessThanExpectedIsNeverHeldAgainstAnyone() {
        List<ClipEvidence> clips = List.of(clip("a", CLEAR, CLEAN), clip("b", CLEAR, CLEAN));

        assertThat(OverclaimTest.judge(CAPACITY, 0, false, clips).consistency()).isEqualTo(Consistency.CONSISTENT);
    }
}
