package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.storage.FolderClipStore;
import energy.registry.vision.adapter.storage.KeyFiles;
import energy.registry.vision.fixture.Await;
import energy.registry.vision.fixture.TestTurbine;
import energy.registry.vision.port.FootageSource;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue's bound, and clips on which the native libraries give up. */
class MeasureQueueTest {
    private static final int POISONED_BYTES = 666;

    @TempDir
    private Path folder;

    private final TestTurbine turbine = new TestTurbine();
    private final ProductionDevice device = turbine.device();
    private FolderClipStore store;
    private MeasureQueue queue;
    private ReceiveClip receive;

    /** The real decoder, out of memory on every file of one size. */
    private static final class Starved implements FootageSource {
        private final FfmpegFootageSource real = new FfmpegFootageSource();

        @Override
        public Answer decode(Request request) {
            if (request.file().toFile().length() == POISONED_BYTES) {
                throw new OutOfMemoryError("Physical memory usage is too high");
            }
            return real.decode(request);
        }

        @Override
        public String version() {
            return real.version();
        }
    }

    @BeforeEach
    void putTogether() throws IOException {
        store = new FolderClipStore(folder.resolve("clips"));
        VisionFigures figures = new VisionFigures();
        Instruments instruments = TestInstruments.in(folder, new Starved());
        SignAsVerifier signer = KeyFiles.open(folder.resolve("keys"), "vision");
        queue = new MeasureQueue(
                JudgeClip.with(instruments, id -> Optional.of(device), store, signer, figures), figures);
        receive = new ReceiveClip(id -> Optional.of(device), store, queue);
    }

    private ReceiveClip.Answer send(byte[] clip, int interval) throws IOException {
        SignedRecord capture = turbine.captureAt(clip, TestTurbine.START + (long) interval * TestTurbine.INTERVAL);
        Path upload = store.newUpload();
        Files.write(upload, clip);
        return receive.receive(capture.encode(), upload, Digest.sha(clip));
    }

    @Test
    void oneClipMoreThanMayWaitIsTurnedAwayAndNothingOfItIsKept() throws IOException {
        for (int i = 0; i < MeasureQueue.WAITING_MAX; i++) {
            assertThat(send(new byte[] {1, 2, 3}, i)).isInstanceOf(ReceiveClip.Admitted.class);
        }
        ReceiveClip.Answer answer = send(new byte[] {1, 2, 3}, MeasureQueue.WAITING_MAX);

        assertThat(((ReceiveClip.TurnedAway) answer).rule()).isEqualTo(ClipRule.QUEUE_FULL);
        assertThat(store.waiting()).hasSize(MeasureQueue.WAITING_MAX);
    }

    @Test
    void aClipThatExhaustsTheMemoryIsGivenUpAndTheNextIsMeasured() throws Exception {
        Path file = folder.resolve("made.mp4");
        TurbineScene.withRotorRpm(11).seconds(8).seed(3).renderTo(file);
        queue.start(store);
        send(new byte[POISONED_BYTES], 0);
        send(Files.readAllBytes(file), 1);

        Await.until(() -> waiting() == 0);

        assertThat(verdict(0).reasons()).containsExactly("MEASUREMENT_FAILED");
        assertThat(verdict(1).state()).isEqualTo(RotorState.RUNNING);
        assertThat(queue.isAlive()).isTrue();
        queue.end(1_000);
    }

    private int waiting() {
        try {
            return store.waiting().size();
        } catch (IOException e) {
            return -1; // a file went away while the folder was read
        }
    }

    private VisionVerdict verdict(int interval) throws IOException {
        byte[] clip = interval == 0 ? new byte[POISONED_BYTES] : Files.readAllBytes(folder.resolve("made.mp4"));
        SignedRecord capture = turbine.captureAt(clip, TestTurbine.START + (long) interval * TestTurbine.INTERVAL);
        return VisionVerdict.decode(
                store.verdictOf(capture.digest()).orElseThrow().record());
    }
}
