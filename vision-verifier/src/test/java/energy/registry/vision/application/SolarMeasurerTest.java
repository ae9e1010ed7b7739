package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureReader;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.adapter.storage.FolderCommissionStore;
import energy.registry.vision.adapter.storage.FolderCurveStore;
import energy.registry.vision.adapter.sun.GrenaSun;
import energy.registry.vision.commission.Commission;
import energy.registry.vision.commission.View;
import energy.registry.vision.fixture.TestArray;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.guard.FootagePrint;
import energy.registry.vision.synthetic.SolarScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendered arrays through a real encoder, decoder and the guard, with a commissioned camera. */
class SolarMeasurerTest {
    private static final Path PAN = Path.of("../../shared/data/footage/solar_park_pan.mp4");

    @TempDir
    private Path folder;

    private final ProductionDevice device = new TestArray().device();
    private FolderCommissionStore commissions;
    private ClipMeasurer measurer;

    @BeforeEach
    void putTogether() throws IOException {
        commissions = new FolderCommissionStore(folder.resolve("commissioning"));
        measurer = new Instruments(
                        new FfmpegFootageSource(),
                        new OpenCvPictureTools(),
                        new OpenCvPictureReader(),
                        new GrenaSun(),
                        commissions,
                        new LearnedCurves(new FolderCurveStore(folder.resolve("curves"))))
                .arrays();
    }

    private void commission(SolarScene scene) throws IOException {
        byte[] picture = new OpenCvPictureTools().jpeg(scene.reference());
        List<View> views = new ArrayList<>();
        scene.panels().forEach(panel -> views.add(new View.PanelView(panel)));
        commissions.add(
                new Commission(
                        TestArray.DEVICE,
                        TestArray.CAMERA,
                        0,
                        Digest.ZERO,
                        "greta",
                        Instant.parse("2026-05-01T10:00:00Z"),
                        "first",
                        new PictureSize(scene.width(), scene.height()),
                        Digest.sha(picture),
                        views),
                picture);
    }

    private Findings measure(SolarScene scene, long start) throws IOException {
        Path file = folder.resolve("clip.mp4");
        scene.renderTo(file);
        return measure(file, start);
    }

    private Findings measure(Path file, long start) throws IOException {
        return measurer.measure(file, TestArray.captured(Files.readAllBytes(file), start), device);
    }

    private static JsonNode record(Findings found) throws IOException {
        return new ObjectMapper().readTree(found.record());
    }

    @Test
    void genuineClipsOfAllWeathersAreTrustedAndTell() throws IOException {
        for (int i = 0; i < 6; i++) {
            SolarScene scene = SolarScene.day().seed(20 + i).clouds(new double[] {0.02, 0.3, 0.5, 0.7, 0.95, 1}[i]);
            commission(scene);
            Findings found = measure(scene, TestArray.NOON);

            assertThat(found.integrity())
                    .as("seed %d %s", 20 + i, record(found).path("guard"))
                    .isEmpty();
            assertThat(found.state()).isEqualTo(RotorState.INCONCLUSIVE);
            assertThat(found.reasons()).contains("PANELS_CLEAN").doesNotContain("SKY_UNCLEAR");
            assertThat(record(found)
                            .path("device")
                            .path("expected")
                            .path("expectedW")
                            .asDouble())
                    .isBetween(1.0, 5_000_000.0);
        }
    }

    @Test
    void snowLeavesLittleAndACleanNoonAllOfIt() throws IOException {
        SolarScene scene = SolarScene.day().seed(31).clouds(0.05);
        commission(scene);
        double clean = expectedW(measure(scene, TestArray.NOON));
        Findings snowed = measure(scene.snow(1), TestArray.NOON);

        assertThat(snowed.reasons()).contains("PANELS_SNOW");
        assertThat(expectedW(snowed)).isLessThan(0.3 * clean);
    }

    private static double expectedW(Findings found) throws IOException {
        return record(found).path("device").path("expected").path("expectedW").asDouble();
    }

    @Test
    void noTamperedClipTellsAnything() throws IOException {
        SolarScene scene = SolarScene.day().seed(41).clouds(0.5).seconds(12);
        commission(scene);
        Map<String, SolarScene> attacks = new TreeMap<>();
        attacks.put("frozen", scene.frozenFrom(4));
        attacks.put("still", scene.stillWithNoise(0));
        attacks.put("still with noise", scene.stillWithNoise(3));
        attacks.put("still with much noise", scene.stillWithNoise(9));
        attacks.put("looped", scene.looped(3, 0));
        attacks.put("looped with noise", scene.looped(4, 2));
        attacks.put("covered", scene.covered(0.5, 0));
        attacks.put("covered later", scene.covered(0.4, 5));
        attacks.put("turned", scene.movedAt(5, 14));
        attacks.put("turned before", scene.movedAt(0, 14));
        for (Map.Entry<String, SolarScene> attack : attacks.entrySet()) {
            Findings found = measure(attack.getValue(), TestArray.NOON);

            boolean flagged = !found.integrity().isEmpty() || found.reasons().contains("SCENE_NOT_SHOWN_ALIVE");
            assertThat(flagged).as(attack.getKey()).isTrue();
            assertThat(record(found).path("device").path("expected").isNull())
                    .as(attack.getKey())
                    .isTrue();
        }
    }

    @Test
    void theClipOfADayIsNoEvidenceForANight() throws IOException {
        SolarScene scene = SolarScene.day().seed(43);
        commission(scene);

        assertThat(measure(scene, TestArray.MIDNIGHT).integrity()).contains("LIGHT_WITHOUT_SUN");
        assertThat(measure(scene.light(0.04), TestArray.MIDNIGHT).reasons()).contains("SUN_BELOW_HORIZON");
    }

    @Test
    void theSameBytesGiveTheSameRecordAndAnotherCommissioningAnother() throws IOException {
        SolarScene scene = SolarScene.day().seed(44);
        commission(scene);
        byte[] first = measure(scene, TestArray.NOON).record();

        assertThat(measure(scene, TestArray.NOON).record()).isEqualTo(first);
        commission(scene);
        assertThat(measure(scene, TestArray.NOON).record()).isNotEqualTo(first);
    }

    @Test
    void clipsOfOtherTimesOfTheSamePlaceAreNotTakenForEachOther() throws IOException {
        List<FootagePrint> prints = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SolarScene scene = SolarScene.day().seed(7).weather(900L * i).clouds(0.15 * (i % 7));
            prints.add(measure(scene, TestArray.NOON).print().orElseThrow());
        }
        for (int i = 0; i < prints.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(prints.get(i).likeness(prints.get(j)))
                        .as("%d and %d", i, j)
                        .isLessThan(FootagePrint.ALIKE_MIN);
            }
        }
    }

    @Test
    void aCameraThatWasNeverCommissionedSeesTheSkyAndTellsNoPower() throws IOException {
        Findings found = measure(SolarScene.day().seed(45), TestArray.NOON);

        assertThat(found.reasons()).contains("CAMERA_NOT_COMMISSIONED");
        assertThat(record(found).path("device").path("expected").isNull()).isTrue();
    }

    @Test
    void aPanOverARealSolarParkTellsNothing() throws IOException {
        assumeTrue(Files.isRegularFile(PAN), "the shared recordings are not beside the repository (../shared)");
        Findings found = measure(PAN, TestArray.NOON);
        System.out.println("solar park pan: " + found.integrity() + " " + found.reasons());

        assertThat(found.integrity()).isNotEmpty();
        assertThat(record(found).path("device").path("expected").isNull()).isTrue();
    }
}
