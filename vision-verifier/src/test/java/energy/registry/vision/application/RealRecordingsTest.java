package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.footage.Region;
import energy.registry.vision.rotor.Nameplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real turbines against the speeds read by hand from their own time base. */
class RealRecordingsTest {
    private static final Path FOOTAGE = Path.of("../../shared/data/footage");

    private final VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), new OpenCvPictureTools());

    @BeforeEach
    void needsTheRecordings() {
        assumeTrue(Files.isDirectory(FOOTAGE), "the shared recordings are not beside the repository (../shared)");
    }

    @Test
    void aStaticCameraGivesTheSpeedToHalfAPercent() throws IOException {
        Measurement clip = measure("turbine_static_7.8rpm.mp4", Optional.empty());

        assertThat(clip.state()).isEqualTo(RotorState.RUNNING);
        report("static", clip, 7.814);
        assertThat(clip.microRpm() / 1e6).isCloseTo(7.814, Percentage.withPercentage(0.5));
        assertThat(MeasurementSummary.of(clip))
                .containsEntry("direction", "COUNTER_CLOCKWISE")
                .containsEntry("blades", 3);
    }

    @Test
    void theSmallRightHandTurbineIsGivenToAPercent() throws IOException {
        Measurement clip = measure("two_turbines_sun_flare.gif", Optional.of(new Region(290, 160, 180, 90)));

        assertThat(clip.state()).isEqualTo(RotorState.RUNNING);
        report("right-hand", clip, 12.36);
        assertThat(clip.microRpm() / 1e6).isCloseTo(12.36, Percentage.withPercentage(1));
    }

    @Test
    void twoPassesAreInconclusive() throws IOException {
        assertThat(measure("two_turbines_sun_flare.gif", Optional.of(new Region(0, 0, 280, 270)))
                        .state())
                .isEqualTo(RotorState.INCONCLUSIVE);
        assertThat(measure("two_turbines_sun_flare.gif", Optional.empty()).state())
                .isEqualTo(RotorState.INCONCLUSIVE);
    }

    @Test
    void movingCamerasAndCutsAreInconclusive() throws IOException {
        assertThat(measure("turbine_drone_over_cloud.mp4", Optional.empty()).state())
                .isEqualTo(RotorState.INCONCLUSIVE);
        assertThat(measure("scene_cuts.mp4", Optional.empty()).state()).isEqualTo(RotorState.INCONCLUSIVE);
        assertThat(measure("solar_park_pan.mp4", Optional.empty()).state()).isEqualTo(RotorState.INCONCLUSIVE);
    }

    private static void report(String name, Measurement clip, double truth) {
        System.out.printf(
                "%s: %.4f rpm +- %.4f, truth %.3f, off %+.3f %%%n",
                name,
                clip.microRpm() / 1e6,
                clip.standardUncertaintyMicroRpm() / 1e6,
                truth,
                (clip.microRpm() / 1e6 / truth - 1) * 100);
    }

    private Measurement measure(String name, Optional<Region> region) throws IOException {
        return ((VerifyFootage.Measured) verify.verify(FOOTAGE.resolve(name), Nameplate.unknown(), region))
                .measurement();
    }
}
