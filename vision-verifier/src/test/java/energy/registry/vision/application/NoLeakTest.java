package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureReader;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.adapter.storage.FolderClipStore;
import energy.registry.vision.adapter.storage.FolderCommissionStore;
import energy.registry.vision.adapter.storage.FolderCurveStore;
import energy.registry.vision.adapter.storage.KeyFiles;
import energy.registry.vision.adapter.sun.GrenaSun;
import energy.registry.vision.cli.ProcessMemory;
import energy.registry.vision.fixture.Await;
import energy.registry.vision.fixture.TestTurbine;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand clips in one process, each received, measured, written down and signed as the service does it:
 * {@code -Dleak.clips=10000 -DargLine=-Xmx192m}, a small heap, so that its own growing is not mistaken for a leak. What
 * grows with every clip ends a service; this prints by how much.
 */
@Tag("slow")
class NoLeakTest {
    private static final int CLIPS = Integer.getInteger("leak.clips", 10_000);

    /** By then every class is loaded and every buffer has its size. */
    private static final int WARM_UP = CLIPS / 10;

    private static final int SCENES = 24;

    /** A box that players skip, with a number: other bytes of the same pictures, so that nothing is answered from before. */
    private static final int FREE_BOX_BYTES = 16;

    /**
     * The smallest thing of size that a clip takes: one of its pictures, 3 kB. What is remembered of each of the last 8,640
     * clips, so that footage is known again, is some 300 bytes for two seconds.
     */
    private static final double BYTES_A_CLIP_MAX = 3_000;

    @TempDir
    private Path folder;

    private final TestTurbine turbine = new TestTurbine();
    private final ProductionDevice device = turbine.device();
    private FolderClipStore store;
    private MeasureQueue queue;
    private ReceiveClip receive;

    private void putTogether() throws IOException {
        store = new FolderClipStore(folder.resolve("clips"));
        VisionFigures figures = new VisionFigures();
        Instruments instruments = new Instruments(
                new FfmpegFootageSource(),
                new OpenCvPictureTools(),
                new OpenCvPictureReader(),
                new GrenaSun(),
                new FolderCommissionStore(folder.resolve("commissioning")),
                new LearnedCurves(new FolderCurveStore(folder.resolve("curves"))));
        SignAsVerifier signer = KeyFiles.open(folder.resolve("keys"), "vision");
        queue = new MeasureQueue(
                JudgeClip.with(instruments, id -> Optional.of(device), store, signer, figures), figures);
        receive = new ReceiveClip(id -> Optional.of(device), store, queue);
        queue.start(store);
    }

    @Test
    void residentMemoryDoesNotGrowWithTheNumberOfClips() throws Exception {
        putTogether();
        List<byte[]> scenes = scenes();
        long before = 0;
        for (int i = 0; i < CLIPS; i++) {
            if (i == WARM_UP) {
                before = residentBytesWhenAllAreMeasured();
            }
            if (i % WARM_UP == 0) {
                System.out.printf("%d clips: resident %d MiB%n", i, residentBytesWhenAllAreMeasured() >> 20);
            }
            send(numbered(scenes.get(i % SCENES), i), i);
        }
        long after = residentBytesWhenAllAreMeasured();
        double bytesAClip = (after - before) / (double) (CLIPS - WARM_UP);
        System.out.printf(
                "%d clips: resident %d MiB after %d, %d MiB at the end, %.0f bytes a clip%n",
                CLIPS, before >> 20, WARM_UP, after >> 20, bytesAClip);
        queue.end(1_000);
        assertThat(verdicts()).isEqualTo(CLIPS);
        assertThat(bytesAClip).isLessThan(BYTES_A_CLIP_MAX);
    }

    private List<byte[]> scenes() throws IOException {
        List<byte[]> scenes = new ArrayList<>();
        Path file = folder.resolve("made.mp4");
        for (int i = 0; i < SCENES; i++) {
            TurbineScene.withRotorRpm(6 + i)
                    .size(64, 48)
                    .fps(12.5)
                    .seconds(2)
                    .seed(i)
                    .renderTo(file);
            scenes.add(Files.readAllBytes(file));
        }
        return scenes;
    }

    private static byte[] numbered(byte[] clip, int number) {
        return ByteBuffer.allocate(clip.length + FREE_BOX_BYTES)
                .put(clip)
                .putInt(FREE_BOX_BYTES)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .putLong(number)
                .array();
    }

    private void send(byte[] clip, int number) throws IOException {
        if (queue.depth() > MeasureQueue.WAITING_MAX / 2) {
            Await.until(() -> queue.depth() < MeasureQueue.WAITING_MAX / 4);
        }
        Path upload = store.newUpload();
        Files.write(upload, clip);
        byte[] capture = turbine.captureAt(clip, TestTurbine.START + (long) number * TestTurbine.INTERVAL)
                .encode();
        assertThat(receive.receive(capture, upload, Digest.sha(clip))).isInstanceOf(ReceiveClip.Admitted.class);
    }

    private int verdicts() throws IOException {
        try (Stream<Path> delivered = Files.list(store.outbox())) {
            return (int) delivered.count();
        }
    }

    private long residentBytesWhenAllAreMeasured() throws IOException {
        Await.until(() -> queue.depth() == 0);
        System.gc();
        return ProcessMemory.residentBytes().orElseThrow();
    }
}
