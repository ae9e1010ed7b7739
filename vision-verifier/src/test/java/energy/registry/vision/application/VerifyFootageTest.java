package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyFootageTest {
    private static final double RPM = 11.7;
    private static final double PASS = 20 / RPM;

    @TempDir
    private Path folder;

    private final OpenCvPictureTools tools = new OpenCvPictureTools();
    private final VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), tools);

    @Test
    void anHonestClipIsMeasuredThroughTheCodecAndAlwaysGivesTheSameRecord() throws IOException {
        Path clip = render(TurbineScene.withRotorRpm(RPM).seconds(12).seed(21));

        Measurement one = measured(clip);
        Measurement two = measured(clip);

        assertThat(one.state()).as(one.reasonCodes().toString()).isEqualTo(RotorState.RUNNING);
        assertThat(one.microRpm() / 1e6).isCloseTo(RPM, Percentage.withPercentage(0.3));
        EvidenceRecords records = new EvidenceRecords("d", "p");
        assertThat(records.of(one, new byte[0], List.of())).isEqualTo(records.of(two, new byte[0], List.of()));
    }

    static Stream<Arguments> tampered() {
        TurbineScene scene =
                TurbineScene.withRotorRpm(RPM).size(240, 180).seconds(12).seed(22);
        return Stream.of(
                Arguments.of("frozen", scene.frozenFrom(6)),
                Arguments.of("still with noise", scene.stillWithNoise(4)),
                Arguments.of("looped after one pass", scene.looped(PASS, 2)),
                Arguments.of("looped after two passes", scene.looped(2 * PASS, 0)),
                Arguments.of("looped after three passes, noise on top", scene.looped(3 * PASS, 3)),
                Arguments.of("half covered", scene.covered(0.5)),
                Arguments.of("covered", scene.covered(1)),
                Arguments.of("dark", scene.brightness(0.05)),
                Arguments.of("defocused", scene.blurPixels(4)),
                Arguments.of("moved", scene.movedAt(6, 12)),
                Arguments.of("cut", scene.cutAt(8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampered")
    void tamperedFootageIsNeverTrusted(String name, TurbineScene scene) throws IOException {
        Measurement measurement = measured(render(scene));

        assertThat(measurement.guard().flags())
                .as("%s: %s", name, measurement.guard())
                .isNotEmpty();
        assertThat(measurement.state()).isEqualTo(RotorState.INCONCLUSIVE);
    }

    @Test
    void filesThatAreNoFootageAreRefusedWithTheirReason() throws IOException {
        Path clip = render(TurbineScene.withRotorRpm(RPM).size(64, 48).seconds(1));
        byte[] bytes = Files.readAllBytes(clip);

        assertThat(refusal(new byte[0])).isEqualTo(FootageRefusal.EMPTY);
        assertThat(refusal("#EXTM3U\nhttp://127.0.0.1/x.ts\n".getBytes())).isEqualTo(FootageRefusal.NOT_FOOTAGE);
        assertThat(refusal(Arrays.copyOf(bytes, 40))).isEqualTo(FootageRefusal.NOT_FOOTAGE);
        assertThat(refusal("concat:/etc/passwd".getBytes())).isEqualTo(FootageRefusal.NOT_FOOTAGE);
    }

    @Test
    void aSecondOfFootageIsInconclusive() throws IOException {
        Measurement measurement =
                measured(render(TurbineScene.withRotorRpm(RPM).size(64, 48).seconds(0.2)));

        assertThat(measurement.state()).isEqualTo(RotorState.INCONCLUSIVE);
        assertThat(measurement.reasonCodes()).contains("TOO_FEW_FRAMES");
    }

    private FootageRefusal refusal(byte[] bytes) throws IOException {
        Path file = folder.resolve("odd.mp4");
        Files.write(file, bytes);
        return ((VerifyFootage.Refused) verify.verify(file, Nameplate.unknown(), Optional.empty())).reason();
    }

    private Path render(TurbineScene scene) throws IOException {
        Path clip = folder.resolve("clip.mp4");
        scene.renderTo(clip);
        return clip;
    }

    private Measurement measured(Path clip) throws IOException {
        return ((VerifyFootage.Measured) verify.verify(clip, new Nameplate(3, 0, 32, 0), Optional.empty()))
                .measurement();
    }
}
