package energy.registry.vision.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.claim.EnergyEnvelope;
import energy.registry.domain.claim.RotorSpeed;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import energy.registry.vision.fixture.Await;
import energy.registry.vision.fixture.Keys;
import energy.registry.vision.fixture.PeerServer;
import energy.registry.vision.fixture.TestTurbine;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with real sockets, files, codecs and signatures; only its two peers are in this test. */
class VisionServiceTest {
    private static final String TOKEN = "a-shared-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTurbine turbine = new TestTurbine();
    private PeerServer peers;
    private VisionService service;

    @BeforeEach
    void start() throws IOException {
        peers = new PeerServer();
        peers.publishDevice(turbine.device());
        service = started();
        Await.until(() -> health().path("checks").get(1).path("devices").asInt() == 1);
    }

    private VisionService started() throws IOException {
        VisionService made = new VisionService(new VisionConfig(data, 0, peers.address(), peers.address(), TOKEN));
        made.start();
        return made;
    }

    @AfterEach
    void end() {
        service.close();
        peers.close();
    }

    @Test
    void aClipBecomesASignedVerdictWithItsEvidenceAndACountersignature() throws Exception {
        byte[] clip = clip(10.4, 3);
        SignedRecord capture = turbine.capture(clip);

        HttpResponse<byte[]> answer = post("/v1/clips", clip, capture);
        assertThat(answer.statusCode()).isEqualTo(202);
        Await.until(() -> !peers.verdicts().isEmpty());

        SignedRecord signed = pushedVerdict(0);
        VisionVerdict verdict = VisionVerdict.decode(signed.record());
        assertThat(signed.isSignedBy(visionKey(), new PlatformSignatures())).isTrue();
        assertThat(verdict.state()).isEqualTo(RotorState.RUNNING);
        assertThat(verdict.rotorMicroRpm() / 1e6).isBetween(10.4 * 0.995, 10.4 * 1.005);
        assertThat(verdict.capture()).isEqualTo(capture.digest());
        assertThat(verdict.integrity()).isEmpty();

        byte[] record = get("/v1/clips/" + Digest.sha(clip) + "/record").body();
        assertThat(Digest.sha(record)).isEqualTo(verdict.record());
        byte[] kymograph =
                get("/v1/clips/" + Digest.sha(clip) + "/kymograph.png").body();
        assertThat(JSON.readTree(record).path("kymographSha256").asText())
                .isEqualTo(Digest.sha(kymograph).toString());
        assertThat(get("/v1/clips/" + Digest.sha(clip) + "/frame/0.jpg").statusCode())
                .isEqualTo(200);

        assertThat(post("/v1/clips", clip, capture).statusCode()).isEqualTo(202);
        assertThat(peers.verdicts()).hasSize(1);
        countersignsWhatTheVerdictSupportsAndNothingElse(signed, verdict);
    }

    private void countersignsWhatTheVerdictSupportsAndNothingElse(SignedRecord signed, VisionVerdict verdict)
            throws Exception {
        EnergyEnvelope envelope =
                EnergyEnvelope.of(List.of(RotorSpeed.trustedIn(verdict).orElseThrow()), rotor(), TestTurbine.INTERVAL);
        long inside = (envelope.minWh() + envelope.maxWh()) / 2;

        SignedClaim honest = turbine.claim(inside, envelope, List.of(signed));
        JsonNode signature = JSON.readTree(countersign(honest, List.of(signed)).body());
        assertThat(new PlatformSignatures()
                        .isValid(
                                visionKey(),
                                honest.claim().encode(),
                                Base64.getDecoder()
                                        .decode(signature.path("signature").asText())))
                .isTrue();

        SignedClaim greedy = turbine.claim(envelope.maxWh() + 1_000, envelope, List.of(signed));
        assertThat(ruleOf(countersign(greedy, List.of(signed)))).isEqualTo("ENERGY_OUTSIDE_ENVELOPE");

        SignedRecord forged = new Keys().sign(signed.record());
        SignedClaim misled = turbine.claim(inside, envelope, List.of(forged));
        assertThat(ruleOf(countersign(misled, List.of(forged)))).isEqualTo("VERDICT_NOT_MINE");
        assertThat(ruleOf(countersign(honest, List.of()))).isEqualTo("EVIDENCE_ROOT_DIFFERS");
    }

    @Test
    void aVerdictWaitsOnDiskUntilIngestAcceptsItEvenAcrossARestart() throws Exception {
        peers.answerVerdictsWith(503);
        byte[] clip = clip(9.1, 4);
        post("/v1/clips", clip, turbine.capture(clip));
        Await.until(() -> health().path("checks").get(2).path("unsent").asInt() == 1);
        service.close();

        peers.answerVerdictsWith(202);
        service = started();

        Await.until(() -> peers.verdicts().size() == 1);
        Await.until(() -> health().path("checks").get(2).path("unsent").asInt() == 0);
    }

    @Test
    void theSameBytesForAnotherIntervalAreFlaggedAsReused() throws Exception {
        byte[] clip = clip(12, 5);
        Keys camera = new Keys();
        assertThat(ruleOf(post("/v1/clips", clip, turbine.capture(clip, TestTurbine.START, camera))))
                .isEqualTo("CAPTURE_SIGNATURE_WRONG");
        post("/v1/clips", clip, turbine.capture(clip));
        SignedRecord again = turbine.captureAt(clip, TestTurbine.START + TestTurbine.INTERVAL);
        post("/v1/clips", clip, again);

        Await.until(() -> peers.verdicts().size() == 2);
        for (int i = 0; i < 2; i++) { // verdicts may arrive in another order than their clips
            VisionVerdict verdict = VisionVerdict.decode(pushedVerdict(i).record());
            boolean second = verdict.capture().equals(again.digest());
            assertThat(verdict.integrity().contains("CLIP_REUSED")).isEqualTo(second);
        }
    }

    @Test
    void otherBytesThanTheSignedOnesAreTurnedAway() throws Exception {
        byte[] clip = {1, 2, 3};
        assertThat(ruleOf(post("/v1/clips", new byte[] {1, 2, 4}, turbine.capture(clip))))
                .isEqualTo("CLIP_DIGEST_DIFFERS");
        assertThat(ruleOf(post("/v1/clips", new byte[0], turbine.capture(new byte[0]))))
                .isEqualTo("CLIP_EMPTY");
    }

    @Test
    void bytesThatAreNoVideoGetAnInconclusiveVerdict() throws Exception {
        byte[] clip = "no video at all".repeat(100).getBytes();
        post("/v1/clips", clip, turbine.capture(clip));

        Await.until(() -> peers.verdicts().size() == 1);
        VisionVerdict verdict = VisionVerdict.decode(pushedVerdict(0).record());
        assertThat(verdict.state()).isEqualTo(RotorState.INCONCLUSIVE);
        assertThat(verdict.reasons()).containsExactly("NOT_FOOTAGE");
    }

    @Test
    void recordsAndSignaturesAskForTheServiceToken() throws Exception {
        HttpRequest bare = HttpRequest.newBuilder(address("/metrics")).GET().build();
        assertThat(http.send(bare, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(new String(get("/metrics").body())).contains("vision_queue_depth");
        assertThat(get("/v1/clips/" + Digest.ZERO + "/record").statusCode()).isEqualTo(404);
    }

    private byte[] clip(double rpm, long seed) throws IOException {
        Path file = data.resolve("made.mp4");
        TurbineScene.withRotorRpm(rpm).seconds(8).seed(seed).renderTo(file);
        return Files.readAllBytes(file);
    }

    private static Rotor rotor() {
        return new Rotor(
                3,
                6_000,
                16_000,
                true,
                List.of(
                        new CurvePoint(6_000, 0, 60_000),
                        new CurvePoint(10_000, 400_000, 600_000),
                        new CurvePoint(15_000, 1_800_000, 2_050_000)));
    }

    private SignedRecord pushedVerdict(int index) throws IOException {
        JsonNode body = JSON.readTree(peers.verdicts().get(index));
        return SignedRecord.decode(
                Base64.getDecoder().decode(body.path("verdict").asText()));
    }

    private SigningKey visionKey() throws IOException {
        return SigningKey.of(Base64.getDecoder()
                .decode(Files.readString(data.resolve("keys/vision.pub")).trim()));
    }

    private JsonNode health() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address("/health")).GET().build();
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, byte[] clip, SignedRecord capture)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("X-Capture", Base64.getEncoder().encodeToString(capture.encode()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(clip))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> countersign(SignedClaim claim, List<SignedRecord> verdicts)
            throws IOException, InterruptedException {
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] body = JSON.writeValueAsBytes(Map.of(
                "claim", base64.encodeToString(claim.encode()),
                "verdicts",
                        verdicts.stream()
                                .map(v -> base64.encodeToString(v.encode()))
                                .toList()));
        HttpRequest request = HttpRequest.newBuilder(address("/v1/claims/countersign"))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String ruleOf(HttpResponse<byte[]> answer) throws IOException {
        return JSON.readTree(answer.body()).path("rule").asText();
    }
}
