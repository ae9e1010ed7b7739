package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import energy.registry.domain.claim.EnergyEnvelope;
import energy.registry.domain.claim.RotorSpeed;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.adapter.opencv.RtspLiveSource;
import energy.registry.vision.adapter.storage.FolderClipStore;
import energy.registry.vision.adapter.storage.FolderNonceStore;
import energy.registry.vision.adapter.storage.KeyFiles;
import energy.registry.vision.adapter.stream.HttpLiveSource;
import energy.registry.vision.adapter.sun.GrenaSun;
import energy.registry.vision.fixture.Await;
import energy.registry.vision.fixture.TestTurbine;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier looks through a real HTTP camera at moments of its own, and what it sees speaks against energy only. */
class TakeLooksTest {
    private static final long START = TestTurbine.START;
    private static final double FAST = 14;
    private static final double SLOW = 9;

    @TempDir
    private Path folder;

    private final TestTurbine turbine = new TestTurbine();
    private final ProductionDevice device = turbine.device();
    private final VisionFigures figures = new VisionFigures();
    private final SettableClock clock = new SettableClock();
    private HttpServer camera;
    private volatile byte[] shown = {};
    private FolderClipStore store;
    private FolderNonceStore nonces;
    private SignAsVerifier signer;
    private LearnedCurves curves;
    private JudgeClip judge;
    private MeasureQueue queue;
    private CameraList cameras;
    private TakeLooks looks;

    private static final class SettableClock extends Clock {
        private volatile Instant now = Instant.ofEpochSecond(START);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void putTogether() throws IOException {
        camera = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        camera.createContext("/live", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, shown.length == 0 ? -1 : shown.length);
            exchange.getResponseBody().write(shown);
            exchange.close();
        });
        camera.start();
        store = new FolderClipStore(folder.resolve("clips"));
        nonces = new FolderNonceStore(folder.resolve("nonces"));
        signer = KeyFiles.open(folder.resolve("keys"), "vision");
        Instruments instruments = TestInstruments.in(folder);
        curves = instruments.curves();
        judge = JudgeClip.with(instruments, id -> Optional.of(device), store, signer, figures);
        queue = new MeasureQueue(judge, figures);
        queue.start(store);
        Path list = folder.resolve("cameras.list");
        Files.writeString(
                list,
                TestTurbine.CAMERA + " http://me:secret@127.0.0.1:"
                        + camera.getAddress().getPort() + "/live # on the mast\n");
        cameras = CameraList.read(list);
        looks = looks(cameras);
    }

    private TakeLooks looks(CameraList list) {
        RecordStream streams = new RecordStream(list, new RtspLiveSource(), new HttpLiveSource());
        ReceiveClip receive = new ReceiveClip(id -> Optional.of(device), store, queue);
        return new TakeLooks(
                list,
                new LookPlans(id -> Optional.of(device), nonces, new SecureRandom()),
                new TakeOwnClip(streams, receive, store, signer, figures, clock),
                clock);
    }

    @AfterEach
    void end() throws InterruptedException {
        looks.close();
        queue.end(10_000);
        camera.stop(0);
    }

    @Test
    void aLookAtADrawnMomentIsMeasuredKeptAndToldToNobody() throws IOException {
        shown = clip(FAST, 3);
        looks.tick(); // draws the interval's moments
        Instant moment = moments().get(0);
        clock.now = moment;
        looks.tick();
        looks.tick();
        Await.until(() -> seen(START).size() == 1);

        SignedRecord signed = seen(START).get(0);
        VisionVerdict verdict = VisionVerdict.decode(signed.record());
        assertThat(signer.isMine(signed)).isTrue();
        assertThat(verdict.state()).as(verdict.reasons().toString()).isEqualTo(RotorState.RUNNING);
        assertThat(verdict.rotorMicroRpm() / 1e6).isBetween(FAST * 0.995, FAST * 1.005);
        assertThat(verdict.clip()).isEqualTo(Digest.sha(shown));
        JsonNode taken = new ObjectMapper()
                .readTree(store.read(verdict.clip(), JudgeClip.recordName(verdict.record()))
                        .orElseThrow())
                .path("device")
                .path("taken");
        assertThat(taken.path("origin").asText()).isEqualTo("PULLED");
        assertThat(taken.path("signedBy").asText()).isEqualTo("VERIFIER");
        assertThat(taken.path("moment").asText()).isEqualTo(moment.toString());
        assertThat(taken.path("address").asText()).contains("//***@").doesNotContain("secret");
        assertThat(taken.path("nonceSha256").asText())
                .isEqualTo(Digest.sha(nonces.nonce(TestTurbine.CAMERA, START).orElseThrow())
                        .toString());
        assertThat(told()).isZero();
        assertThat(figures.asText(0, 0)).contains("vision_looks_total 1");
    }

    @Test
    void theMomentsStayThoseOfTheNonceAcrossARestartAndTheNonceIsToldOnceTheIntervalIsOver() throws IOException {
        looks.tick();
        List<Instant> drawn = moments();
        looks(cameras).tick();
        assertThat(moments()).isEqualTo(drawn);

        ShowLooks show =
                new ShowLooks(cameras, id -> Optional.of(device), id -> Optional.of(device), store, nonces, clock);
        byte[] nonce = nonces.nonce(TestTurbine.CAMERA, START).orElseThrow();
        assertThat(nonce(show)).containsEntry("nonceSha256", Digest.sha(nonce).toString());
        assertThat(nonce(show)).containsEntry("nonce", null);
        clock.now = Instant.ofEpochSecond(START + TestTurbine.INTERVAL);
        assertThat(nonce(show)).containsEntry("nonce", HexFormat.of().formatHex(nonce));
        assertThat(show.streams().toString()).contains(TestTurbine.DEVICE).doesNotContain("secret");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> nonce(ShowLooks show) throws IOException {
        return ((List<Map<String, Object>>)
                        show.looks(TestTurbine.DEVICE, START).get("nonces"))
                .get(0);
    }

    @Test
    void aLookThatIsLateOrFindsNothingIsCountedAndNothingIsKept() throws IOException {
        looks.tick();
        List<Instant> moments = moments();
        clock.now = moments.get(0).plus(LookPlans.LATE_MAX).plusMillis(1);
        looks.tick();
        assertThat(figures.asText(0, 0)).contains("vision_looks_missed_total{reason=\"TOO_LATE\"} 1");

        clock.now = moments.get(1);
        looks.tick();
        Await.until(() -> figures.asText(0, 0).contains("missed_total{reason=\"CLIP_EMPTY\"} 1"));
        assertThat(seen(START)).isEmpty();
        assertThat(store.waiting()).isEmpty();
    }

    @Test
    void looksSpeakAgainstEnergyAndNeverForIt() throws IOException {
        SignedRecord signed = signedByCamera(clip(FAST, 4));
        VisionVerdict verdict = VisionVerdict.decode(signed.record());
        EnergyEnvelope envelope = EnergyEnvelope.of(
                List.of(RotorSpeed.trustedIn(verdict).orElseThrow()), device.rotor(), TestTurbine.INTERVAL);
        long energy = (envelope.minWh() + envelope.maxWh()) / 2;
        assertThat(countersign(energy, envelope, List.of(signed))).isInstanceOf(CountersignClaim.Countersigned.class);

        look(clip(SLOW, 5), 0);
        look(clip(SLOW, 6), 1);

        CountersignClaim.Declined refused = (CountersignClaim.Declined) countersign(energy, envelope, List.of(signed));
        assertThat(refused.rule()).isEqualTo(ClipRule.ENERGY_CONTRADICTED);
        assertThat(refused.detail()).contains("OWN_LOOKS_SPEAK_AGAINST");
        CountersignClaim.Declined alone = (CountersignClaim.Declined) countersign(0, envelope, List.of());
        assertThat(alone.rule()).isEqualTo(ClipRule.NO_TRUSTED_VERDICT);
    }

    @Test
    void moreCamerasThanOneVerifierCanLookThroughStopTheStart() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= TakeLooks.CAMERAS_MAX; i++) {
            lines.append("CAM-").append(i).append(" rtsp://10.0.0.1/").append(i).append('\n');
        }
        Path list = Files.writeString(folder.resolve("many.list"), lines);
        CameraList many = CameraList.read(list);

        assertThatThrownBy(() -> looks(many)).hasMessageContaining("at most 64");
    }

    private CountersignClaim.Answer countersign(long energy, EnergyEnvelope envelope, List<SignedRecord> verdicts)
            throws IOException {
        CountersignClaim countersign =
                new CountersignClaim(id -> Optional.of(device), signer, new JudgeEnergy(store, new GrenaSun()), curves);
        return countersign.countersign(
                turbine.claim(energy, envelope, verdicts).encode(),
                verdicts.stream().map(SignedRecord::encode).toList());
    }

    private SignedRecord signedByCamera(byte[] clip) throws IOException {
        SignedRecord capture = turbine.capture(clip);
        Path upload = store.newUpload();
        Files.write(upload, clip);
        store.admit(upload, Digest.sha(clip), capture);
        judge.judge(capture);
        return store.verdictOf(capture.digest()).orElseThrow();
    }

    private void look(byte[] clip, int number) throws IOException {
        shown = clip;
        looks.tick();
        clock.now = moments().get(number);
        looks.tick();
        Await.until(() -> seen(START).size() == number + 1);
    }

    private List<Instant> moments() throws IOException {
        return new ClipTimes(nonces.nonce(TestTurbine.CAMERA, START).orElseThrow())
                .starts(
                        TestTurbine.CAMERA,
                        Instant.ofEpochSecond(START),
                        Duration.ofSeconds(TestTurbine.INTERVAL),
                        LookPlans.LOOKS_MAX,
                        LookPlans.LENGTH);
    }

    private List<SignedRecord> seen(long start) {
        try {
            return store.looks(TestTurbine.DEVICE, start);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int told() throws IOException {
        try (Stream<Path> files = Files.list(store.outbox())) {
            return (int) files.count();
        }
    }

    private byte[] clip(double rpm, long seed) throws IOException {
        Path file = folder.resolve("made.mp4");
        TurbineScene.withRotorRpm(rpm).seconds(12).seed(seed).renderTo(file);
        return Files.readAllBytes(file);
    }
}
