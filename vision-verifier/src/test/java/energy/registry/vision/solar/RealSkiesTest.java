package energy.registry.vision.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.footage.Clip;
import energy.registry.vision.port.FootageSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real skies over turbines, as a person sees them: a cloudless one, and an evening that tells nothing. */
class RealSkiesTest {
    private static final Path FOOTAGE = Path.of("../../shared/data/footage");

    private static SolarView view(String name) {
        return SolarMeter.measure(clip(name), Optional.empty(), 40);
    }

    private static Clip clip(String name) {
        Path file = FOOTAGE.resolve(name);
        assumeTrue(Files.isRegularFile(file), "the shared recordings are not beside the repository (../shared)");
        return ((FootageSource.Decoded)
                        new FfmpegFootageSource().decode(new FootageSource.Request(file, Optional.empty(), 10)))
                .clip();
    }

    @Test
    void aDeepBlueSkyIsClear() {
        SkyObservation sky = view("turbine_static_7.8rpm.mp4").sky();

        assertThat(sky.state()).isEqualTo(SkyState.CLEAR);
        assertThat(sky.cloudFraction()).isLessThan(0.1);
    }

    @Test
    void anEveningSkyIsNotTakenForClouds() {
        assertThat(view("two_turbines_sun_flare.gif").sky().state()).isEqualTo(SkyState.UNCLEAR);
        assertThat(view("solar_park_pan.mp4").sky().state()).isEqualTo(SkyState.UNCLEAR);
        assertThat(view("turbine_drone_over_cloud.mp4").sky().state()).isEqualTo(SkyState.UNCLEAR);
    }

    @Test
    void theTableOfARealParkIsProposed() {
        List<PanelFinder.Proposed> found =
                PanelFinder.in(clip("solar_park_pan.mp4").keyFrames().get(0));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).outline().holds(270, 120)).isTrue();
        assertThat(found.get(0).outline().holds(100, 150)).isFalse();
    }
}
