package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureReader;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.adapter.storage.FolderCommissionStore;
import energy.registry.vision.adapter.storage.FolderCurveStore;
import energy.registry.vision.adapter.sun.GrenaSun;
import energy.registry.vision.commission.Commission;
import energy.registry.vision.commission.View;
import energy.registry.vision.fixture.TestTurbine;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.footage.Place;
import energy.registry.vision.physics.AcceptedPair;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two turbines turn in one picture; each camera is commissioned for one of them. */
class CommissionedRotorTest {
    private static final TurbineScene LEFT = TurbineScene.withRotorRpm(9)
            .size(640, 360)
            .rotor(0.25, 0.45, 0.26)
            .seconds(15)
            .seed(4);
    private static final TurbineScene BOTH = LEFT.withNeighbour(
            TurbineScene.withRotorRpm(14).rotor(0.75, 0.45, 0.26).seed(9));

    @TempDir
    private Path folder;

    private final ProductionDevice device = new TestTurbine().device();
    private FolderCommissionStore commissions;
    private FolderCurveStore curves;
    private Path clip;

    @BeforeEach
    void film() throws IOException {
        commissions = new FolderCommissionStore(folder.resolve("commissioning"));
        curves = new FolderCurveStore(folder.resolve("curves"));
        clip = folder.resolve("clip.mp4");
        BOTH.renderTo(clip);
    }

    private Findings measure() throws IOException {
        Instruments instruments = new Instruments(
                new FfmpegFootageSource(),
                new OpenCvPictureTools(),
                new OpenCvPictureReader(),
                new GrenaSun(),
                commissions,
                new LearnedCurves(curves));
        return instruments.turbines().measure(clip, capture(), device);
    }

    private ClipCapture capture() throws IOException {
        return ClipCapture.decode(
                new TestTurbine().capture(Files.readAllBytes(clip)).record());
    }

    /** Marked on a picture of the camera's full size; the clip is a smaller one of the same view. */
    private void commission(double hubPart) throws IOException {
        commissions.add(
                new Commission(
                        TestTurbine.DEVICE,
                        TestTurbine.CAMERA,
                        0,
                        Digest.ZERO,
                        "greta",
                        Instant.parse("2026-05-01T10:00:00Z"),
                        "first",
                        new PictureSize(1_280, 720),
                        Digest.ZERO,
                        List.of(new View.RotorView(new Place(1_280 * hubPart, 720 * 0.45), 720 * 0.26, 3))),
                new byte[] {1});
    }

    @Test
    void eachCommissioningGivesTheSpeedOfItsOwnRotor() throws IOException {
        commission(0.25);
        Findings left = measure();
        commission(0.75);
        Findings right = measure();

        assertThat(left.state()).isEqualTo(RotorState.RUNNING);
        assertThat(left.microRpm() / 1e6).isCloseTo(9, Percentage.withPercentage(0.5));
        assertThat(right.state()).isEqualTo(RotorState.RUNNING);
        assertThat(right.microRpm() / 1e6).isCloseTo(14, Percentage.withPercentage(0.5));
        JsonNode record = new ObjectMapper().readTree(right.record());
        assertThat(record.path("device").path("commissioning").path("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void theRecordNamesTheModelsVersionAndIsTheSameAgainAfterAStart() throws IOException {
        commission(0.25);
        LearnedCurves learning = new LearnedCurves(curves);
        for (int i = 0; i < 5; i++) {
            learning.accept(device, new AcceptedPair(TestTurbine.START + i * 900L, 9_000_000, 300_000));
        }
        learning.accept(device, new AcceptedPair(TestTurbine.START, 9_000_000, 900_000));

        Findings first = measure();
        JsonNode model = new ObjectMapper().readTree(first.record()).path("device");
        assertThat(model.path("model").path("version").asInt()).isEqualTo(5);
        assertThat(model.path("expected").path("expectedW").asDouble()).isPositive();
        assertThat(measure().record()).isEqualTo(first.record());
    }
}
