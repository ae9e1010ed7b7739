package energy.registry.vision.rotor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.fixture.Scenes;
import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.synthetic.TurbineScene;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotorSpeedMeterTest {
    @ParameterizedTest
    @CsvSource({"7.3, 1, true", "11.7, 2, false", "15.9, 3, true", "24, 4, false"})
    void measuresARotorUnderMovingClouds(double rpm, long seed, boolean clockwise) {
        RotorTrack track =
                measure(Scenes.small(rpm).seed(seed).clockwise(clockwise)).orElseThrow();

        assertThat(track.objections()).isEmpty();
        assertThat(track.rpm()).isCloseTo(rpm, Percentage.withPercentage(0.5));
        assertThat(track.blades()).isEqualTo(3);
        assertThat(track.sense()).isEqualTo(clockwise ? 1 : -1);
        assertThat(Math.abs(track.rpm() - rpm)).isLessThan(3 * track.standardUncertaintyRpm());
    }

    @Test
    void countsTwoBlades() {
        RotorTrack track = measure(Scenes.small(19).blades(2).seed(6)).orElseThrow();

        assertThat(track.objections()).isEmpty();
        assertThat(track.blades()).isEqualTo(2);
        assertThat(track.rpm()).isCloseTo(19, Percentage.withPercentage(0.5));
    }

    @Test
    void givesTheMeanOfAGustySpeed() {
        double[] rpm = {11, 11.6, 12.2, 11.9, 11.2, 10.8, 10.5, 10.9, 11.5, 11.9, 12.1, 11.6, 11};
        TurbineScene scene =
                TurbineScene.withRotorRpm(rpm, 1).size(160, 120).seconds(12).seed(7);

        RotorTrack track = measure(scene).orElseThrow();

        assertThat(track.objections()).isEmpty();
        assertThat(track.rpm()).isCloseTo(scene.trueMeanRpm(), Percentage.withPercentage(1));
    }

    @Test
    void aStandingRotorIsNotARunningOne() {
        assertThat(measure(Scenes.small(0).seed(8)).filter(RotorTrack::isAccepted))
                .isEmpty();
    }

    @Test
    void fewPassesAreNotEnough() {
        Optional<RotorTrack> track = measure(Scenes.small(8).seconds(5).seed(9));

        assertThat(track.filter(RotorTrack::isAccepted)).isEmpty();
    }

    @Test
    void aSpeedBeyondTheFrameRateIsNeverGivenAsAnother() {
        Nameplate fast = new Nameplate(3, 0, 400, 0);
        TurbineScene scene = Scenes.small(260).seed(10).exposureSeconds(0.001);

        Optional<RotorTrack> track = new RotorSpeedMeter(fast).measure(Scenes.frames(scene));

        assertThat(track.filter(RotorTrack::isAccepted)).isEmpty();
    }

    @Test
    void theNameplateDecidesWhatIsBelieved() {
        List<GreyFrame> frames = Scenes.frames(Scenes.small(12).seed(11));

        assertThat(reasons(new Nameplate(3, 0, 10, 0), frames)).contains(RotorReason.SPEED_OUTSIDE_NAMEPLATE);
        assertThat(reasons(new Nameplate(3, 0, 30, -1), frames)).contains(RotorReason.SENSE_DIFFERS);
        assertThat(reasons(new Nameplate(3, 0, 30, 1), frames)).isEmpty();
    }

    @Test
    void halfAHiddenRotorIsNotBelieved() {
        Optional<RotorTrack> track = measure(Scenes.small(12).seed(12).covered(0.5));

        assertThat(track.filter(RotorTrack::isAccepted)).isEmpty();
    }

    private static Set<RotorReason> reasons(Nameplate nameplate, List<GreyFrame> frames) {
        return new RotorSpeedMeter(nameplate).measure(frames).orElseThrow().objections();
    }

    private static Optional<RotorTrack> measure(TurbineScene scene) {
        return new RotorSpeedMeter(Nameplate.unknown()).measure(Scenes.frames(scene));
    }
}
