package energy.registry.vision.config;

import energy.registry.vision.adapter.gateway.EventFeedDevices;
import energy.registry.vision.adapter.http.CommissioningDoor;
import energy.registry.vision.adapter.http.ConsistencyDoor;
import energy.registry.vision.adapter.http.Doors;
import energy.registry.vision.adapter.http.LooksDoor;
import energy.registry.vision.adapter.http.VisionServer;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OnnxViewProposer;
import energy.registry.vision.adapter.opencv.OpenCvPictureReader;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.adapter.opencv.RtspLiveSource;
import energy.registry.vision.adapter.publish.VerdictPublisher;
import energy.registry.vision.adapter.storage.FolderClipStore;
import energy.registry.vision.adapter.storage.FolderCommissionStore;
import energy.registry.vision.adapter.storage.FolderCurveStore;
import energy.registry.vision.adapter.storage.FolderNonceStore;
import energy.registry.vision.adapter.storage.KeyFiles;
import energy.registry.vision.adapter.stream.HttpLiveSource;
import energy.registry.vision.adapter.sun.GrenaSun;
import energy.registry.vision.application.AskConsistency;
import energy.registry.vision.application.CameraList;
import energy.registry.vision.application.CommissionCamera;
import energy.registry.vision.application.CountersignClaim;
import energy.registry.vision.application.ForgetFootage;
import energy.registry.vision.application.Instruments;
import energy.registry.vision.application.JudgeClip;
import energy.registry.vision.application.JudgeEnergy;
import energy.registry.vision.application.LearnedCurves;
import energy.registry.vision.application.LookPlans;
import energy.registry.vision.application.MeasureQueue;
import energy.registry.vision.application.ProposeViews;
import energy.registry.vision.application.ReceiveClip;
import energy.registry.vision.application.RecordStream;
import energy.registry.vision.application.ShowLooks;
import energy.registry.vision.application.SignAsVerifier;
import energy.registry.vision.application.TakeLooks;
import energy.registry.vision.application.TakeOwnClip;
import energy.registry.vision.application.VisionFigures;
import energy.registry.vision.port.ViewProposer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All parts of the running verifier, put together, started and ended in order. */
public final class VisionService implements AutoCloseable {
    private static final long END_MILLIS = 6_000;

    private final FolderClipStore store;
    private final EventFeedDevices devices;
    private final MeasureQueue queue;
    private final VerdictPublisher publisher;
    private final VisionServer server;
    private final ForgetFootage forget;
    private final TakeLooks looks;

    VisionService(VisionConfig config) throws IOException {
        SignAsVerifier signer = KeyFiles.open(config.data().resolve("keys"), "vision");
        Path clips = config.data().resolve("clips");
        store = new FolderClipStore(clips);
        devices = new EventFeedDevices(config.gateway(), config.serviceToken());
        publisher = new VerdictPublisher(store.outbox(), config.ingest(), config.serviceToken());
        VisionFigures figures = new VisionFigures();
        FolderCommissionStore commissions = new FolderCommissionStore(clips.resolve("commissioning"));
        LearnedCurves curves = new LearnedCurves(new FolderCurveStore(clips.resolve("curves")));
        OpenCvPictureReader pictures = new OpenCvPictureReader();
        GrenaSun sun = new GrenaSun();
        Instruments instruments = new Instruments(
                new FfmpegFootageSource(), new OpenCvPictureTools(), pictures, sun, commissions, curves);
        queue = new MeasureQueue(JudgeClip.with(instruments, devices, store, signer, figures), figures);
        forget = new ForgetFootage(store, figures, Clock.systemUTC(), config.keepClips());
        JudgeEnergy judge = new JudgeEnergy(store, sun);
        CommissionCamera cameras = new CommissionCamera(devices, commissions, pictures, Clock.systemUTC());
        ReceiveClip receive = new ReceiveClip(devices, store, queue);
        CameraList streams = CameraList.read(config.data().resolve("cameras.list"));
        FolderNonceStore nonces = new FolderNonceStore(clips.resolve("nonces"));
        looks = new TakeLooks(
                streams,
                new LookPlans(devices, nonces, new SecureRandom()),
                new TakeOwnClip(
                        new RecordStream(streams, new RtspLiveSource(), new HttpLiveSource()),
                        receive,
                        store,
                        signer,
                        figures,
                        Clock.systemUTC()),
                Clock.systemUTC());
        Doors doors = new Doors(
                receive,
                new CountersignClaim(devices, signer, judge, curves),
                store,
                figures,
                this::health,
                () -> figures.asText(queue.depth(), publisher.depth()),
                List.of(
                        new CommissioningDoor(
                                cameras,
                                commissions,
                                new ProposeViews(instruments.source(), pictures, proposer(config)),
                                store),
                        new ConsistencyDoor(new AskConsistency(devices, signer, judge)),
                        new LooksDoor(new ShowLooks(streams, devices, devices, store, nonces, Clock.systemUTC()))),
                config.serviceToken());
        server = new VisionServer(config.port(), doors);
    }

    private static Optional<ViewProposer> proposer(VisionConfig config) throws IOException {
        return config.model().isPresent()
                ? Optional.of(OnnxViewProposer.open(
                        config.model().get().file(), config.model().get().sha256()))
                : Optional.empty();
    }

    void start() throws IOException {
        devices.start();
        queue.start(store);
        publisher.start();
        forget.start();
        looks.start();
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
        forget.close();
        looks.close();
        devices.end();
        try {
            publisher.end(1_000);
            queue.end(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
