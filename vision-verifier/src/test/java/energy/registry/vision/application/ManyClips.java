package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.adapter.storage.FolderClipStore;
import energy.registry.vision.adapter.storage.KeyFiles;
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

/** Clips in one process, each received, measured, written down and signed as the service does it; prints what is resident. */
final class ManyClips {
    private static final int SCENES = 24;

    /** A box that players skip, with a number: other bytes of the same pictures, so that nothing is answered from before. */
    private static final int FREE_BOX_BYTES = 16;

    private final Path folder;
    private final int clips;
    private final TestTurbine turbine = new TestTurbine();
    private final ProductionDevice device = turbine.device();
    private final FolderClipStore store;
    private final MeasureQueue queue;
    private final ReceiveClip receive;

    private ManyClips(Path folder, int clips) throws IOException {
        this.folder = folder;
        this.clips = clips;
        store = new FolderClipStore(folder.resolve("clips"));
        VisionFigures figures = new VisionFigures();
        Instruments instruments = TestInstruments.in(folder);
        SignAsVerifier signer = KeyFiles.open(folder.resolve("keys"), "vision");
        queue = new MeasureQueue(
                JudgeClip.with(instruments, id -> Optional.of(device), store, signer, figures), figures);
        receive = new ReceiveClip(id -> Optional.of(device), store, queue);
        queue.start(store);
    }

    /** Folder and number of clips; the last line tells bytes resident after a tenth, bytes at the end, and verdicts. */
    public static void main(String[] arguments) throws Exception {
        new ManyClips(Path.of(arguments[0]), Integer.parseInt(arguments[1])).send();
    }

    private void send() throws IOException, InterruptedException {
        List<byte[]> scenes = scenes();
        int tenth = clips / 10;
        long before = 0;
        for (int i = 0; i < clips; i++) {
            if (i % tenth == 0) {
                long resident = residentBytesWhenAllAreMeasured();
                System.out.printf("%d clips: resident %d MiB%n", i, resident >> 20);
                // By then every class is loaded and every buffer has its size.
                before = i == tenth ? resident : before;
            }
            send(numbered(scenes.get(i % SCENES), i), i);
        }
        long after = residentBytesWhenAllAreMeasured();
        queue.end(1_000);
        System.out.println(before + " " + after + " " + verdicts());
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
        ReceiveClip.Answer answer = receive.receive(capture, upload, Digest.sha(clip));
        if (!(answer instanceof ReceiveClip.Admitted)) {
            throw new IllegalStateException("clip " + number + ": " + answer);
        }
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
