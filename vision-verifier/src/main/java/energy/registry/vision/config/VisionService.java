package energy.registry.vision.config;

import energy.registry.vision.adapter.gateway.EventFeedDevices;
import energy.registry.vision.adapter.http.Doors;
import energy.registry.vision.adapter.http.VisionServer;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.adapter.publish.VerdictPublisher;
import energy.registry.vision.adapter.storage.FolderClipStore;
import energy.registry.vision.adapter.storage.KeyFiles;
import energy.registry.vision.application.CountersignClaim;
import energy.registry.vision.application.EvidenceRecords;
import energy.registry.vision.application.JudgeClip;
import energy.registry.vision.application.MeasureQueue;
import energy.registry.vision.application.ReceiveClip;
import energy.registry.vision.application.SignAsVerifier;
import energy.registry.vision.application.VerifyFootage;
import energy.registry.vision.application.VisionFigures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All parts of the running verifier, put together, started and ended in order. */
public final class VisionService implements AutoCloseable {
    private static final long END_MILLIS = 6_000;

    private final FolderClipStore store;
    private final EventFeedDevices devices;
    private final MeasureQueue queue;
    private final VerdictPublisher publisher;
    private final VisionServer server;

    VisionService(VisionConfig config) throws IOException {
        SignAsVerifier signer = KeyFiles.open(config.data().resolve("keys"), "vision");
        store = new FolderClipStore(config.data().resolve("clips"));
        devices = new EventFeedDevices(config.gateway(), config.serviceToken());
        publisher = new VerdictPublisher(store.outbox(), config.ingest(), config.serviceToken());
        FfmpegFootageSource source = new FfmpegFootageSource();
        OpenCvPictureTools tools = new OpenCvPictureTools();
        VisionFigures figures = new VisionFigures();
        EvidenceRecords records = new EvidenceRecords(source.version(), tools.version());
        VerifyFootage verify = new VerifyFootage(source, tools);
        queue = new MeasureQueue(new JudgeClip(verify, tools, records, devices, store, signer, figures));
        Doors doors = new Doors(
                new ReceiveClip(devices, store, queue),
                new CountersignClaim(devices, signer),
                store,
                figures,
                this::health,
                () -> figures.asText(queue.depth(), publisher.depth()),
                config.serviceToken());
        server = new VisionServer(config.port(), doors);
    }

    void start() throws IOException {
        devices.start();
        queue.start(store);
        publisher.start();
        server.start();
    }

    int port() {
        return server.port();
    }

    /** Only what this process cannot do without makes it DOWN; a peer that is away makes it wait. */
    private Map<String, Object> health() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", queue.isAlive() ? "UP" : "DOWN");
        body.put(
                "checks",
                List.of(
                        Map.of("name", "worker", "ok", queue.isAlive(), "waiting", queue.depth()),
                        Map.of("name", "gateway", "ok", devices.isReached(), "devices", devices.count()),
                        Map.of("name", "outbox", "ok", true, "unsent", publisher.depth())));
        return body;
    }

    @Override
    public void close() {
        server.end(1);
        devices.end();
        try {
            publisher.end(1_000);
            queue.end(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
