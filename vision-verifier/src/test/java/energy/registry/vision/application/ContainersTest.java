package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.fixture.Containers;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same rotor in every container, under a name that says nothing of it: what a file is, its bytes tell. */
class ContainersTest {
    private static final double RPM = 14;

    @TempDir
    private Path folder;

    private final VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), new OpenCvPictureTools());

    @ParameterizedTest
    @EnumSource
    void theRotorIsMeasuredWhateverTheContainer(Containers container) throws IOException {
        Path file = folder.resolve("clip.txt");
        TurbineScene scene =
                TurbineScene.withRotorRpm(RPM).size(160, 120).seconds(10).seed(2);
        container.write(scene, 160, 120, file);

        VerifyFootage.Answer answer = verify.verify(file, new Nameplate(3, 4, 32, 0), Optional.empty());

        assertThat(answer).as(answer.toString()).isInstanceOf(VerifyFootage.Measured.class);
        Measurement measurement = ((VerifyFootage.Measured) answer).measurement();
        assertThat(measurement.clip().facts().format()).contains(container.format());
        assertThat(measurement.state())
                .as(measurement.reasonCodes() + " " + measurement.guard())
                .isEqualTo(RotorState.RUNNING);
        assertThat(measurement.microRpm() / 1e6).isBetween(RPM * 0.998, RPM * 1.002);
    }
}
