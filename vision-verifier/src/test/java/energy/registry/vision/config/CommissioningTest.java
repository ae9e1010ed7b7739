package energy.registry.vision.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.fixture.Await;
import energy.registry.vision.fixture.PeerServer;
import energy.registry.vision.fixture.TestArray;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.synthetic.SolarScene;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An array is commissioned through the door, filmed, and its metered energy judged. */
class CommissioningTest {
    private static final String TOKEN = "a-shared-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestArray array = new TestArray();
    private final ProductionDevice device = array.device();
    private final SolarScene scene = SolarScene.day().clouds(0.05).seed(61);
    private PeerServer peers;
    private VisionService service;

    @BeforeEach
    void start() throws IOException {
        peers = new PeerServer();
        peers.publishDevice(device);
        service = new VisionService(new VisionConfig(data, 0, peers.address(), peers.address(), TOKEN));
        service.start();
        Await.until(
                () -> getJson("/health").path("checks").get(1).path("devices").asInt() == 1);
    }

    @AfterEach
    void end() {
        service.close();
        peers.close();
    }

    private String place() {
        return "/v1/commissioning/" + TestArray.DEVICE + "/"
                + URLEncoder.encode(TestArray.CAMERA, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void versionsAreKeptWithWhoWhenAndWhyAndThePictureComesBack() throws Exception {
        assertThat(get(place()).statusCode()).isEqualTo(404);
        byte[] picture = new OpenCvPictureTools().jpeg(scene.reference());

        JsonNode first = JSON.readTree(put(place(), body(picture, "first")).body());
        JsonNode second = JSON.readTree(put(place(), body(picture, "a new row")).body());

        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("digest").asText())
                .isNotEqualTo(first.path("digest").asText());
        JsonNode now = getJson(place());
        assertThat(now.path("version").asInt()).isEqualTo(2);
        assertThat(now.path("views")).hasSize(3);
        assertThat(now.path("history").get(0).path("reason").asText()).isEqualTo("first");
        assertThat(now.path("history").get(1).path("actor").asText()).isEqualTo("sam");
        assertThat(get(place() + "/picture.jpg").body()).isEqualTo(picture);
    }

    @Test
    void whatDoesNotFitIsRefusedByFieldValueAndRemedy() throws Exception {
        byte[] picture = new OpenCvPictureTools().jpeg(scene.reference());
        assertThat(detailOf(change(picture, "picture", "AAAA"))).startsWith("picture: the bytes are neither");
        assertThat(detailOf(change(picture, "width", 640))).startsWith("width: the marks were made on 640");
        assertThat(detailOf(change(picture, "reason", " "))).startsWith("reason: 1 characters");
        assertThat(detailOf(change(picture, "views", List.of()))).startsWith("views: 0 of them");
        Map<String, Object> rotor = Map.of("kind", "ROTOR", "hub", Map.of("x", 10, "y", 10), "radius", 20, "blades", 3);
        assertThat(detailOf(change(picture, "views", List.of(rotor)))).startsWith("views: PVA-0001 is SOLAR");
        Map<String, Object> outside = Map.of(
                "kind",
                "PANELS",
                "polygon",
                List.of(Map.of("x", 0, "y", 0), Map.of("x", 400, "y", 0), Map.of("x", 0, "y", 99)));
        assertThat(detailOf(change(picture, "views", List.of(outside)))).startsWith("polygon: ");
        assertThat(put("/v1/commissioning/PVA-0001/CAM-X", body(picture, "other"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(put("/v1/commissioning/PVA-0002/CAM-X", body(picture, "other"))
                        .statusCode())
                .isEqualTo(409);
        HttpRequest bare = HttpRequest.newBuilder(address(place())).GET().build();
        assertThat(http.send(bare, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void energyIsJudgedByTheClipsOfItsTime() throws Exception {
        put(place(), body(new OpenCvPictureTools().jpeg(scene.reference()), "first"));
        film(scene.snow(1).seed(61), 0);
        film(scene.snow(1).clouds(0.4), 1);
        Await.until(() -> peers.verdicts().size() == 2);
        List<SignedRecord> verdicts = List.of(verdict(0), verdict(1));
        assertThat(VisionVerdict.decode(verdicts.get(0).record()).reasons()).contains("PANELS_SNOW");

        long full = TestArray.CAPACITY_W / 4;
        assertThat(judged(full, verdicts).path("verdict").asText()).isEqualTo("INCONSISTENT");
        assertThat(judged(full, verdicts.subList(0, 1)).path("verdict").asText())
                .isEqualTo("INCONCLUSIVE");
        assertThat(judged(full / 100, verdicts).path("verdict").asText()).isEqualTo("CONSISTENT");
        assertThat(judged(full, List.of()).path("reasons").get(0).path("code").asText())
                .isEqualTo("NO_TELLING_CLIP");

        JsonNode refused = countersigned(array.claim(full, verdicts), verdicts);
        assertThat(refused.path("rule").asText()).isEqualTo("ENERGY_CONTRADICTED");
        assertThat(countersigned(array.claim(full / 100, verdicts), verdicts)
                        .path("signature")
                        .asText())
                .isNotEmpty();
        assertThat(countersigned(array.claim(full + 1, List.of()), List.of())
                        .path("rule")
                        .asText())
                .isEqualTo("ENERGY_OUTSIDE_ENVELOPE");
    }

    private JsonNode countersigned(SignedClaim claim, List<SignedRecord> verdicts) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("claim", Base64.getEncoder().encodeToString(claim.encode()));
        body.put("verdicts", encoded(verdicts));
        return posted("/v1/claims/countersign", body);
    }

    private static List<String> encoded(List<SignedRecord> verdicts) {
        return verdicts.stream()
                .map(v -> Base64.getEncoder().encodeToString(v.encode()))
                .toList();
    }

    private JsonNode posted(String path, Map<String, Object> body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private void film(SolarScene filmed, int number) throws Exception {
        Path file = data.resolve("made.mp4");
        filmed.renderTo(file);
        byte[] clip = Files.readAllBytes(file);
        HttpRequest request = HttpRequest.newBuilder(address("/v1/clips"))
                .header(
                        "X-Capture",
                        Base64.getEncoder()
                                .encodeToString(
                                        array.capture(clip, TestArray.NOON).encode()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(clip))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(number + answer.body()).isEqualTo(202);
    }

    private SignedRecord verdict(int index) throws IOException {
        return SignedRecord.decode(Base64.getDecoder()
                .decode(JSON.readTree(peers.verdicts().get(index))
                        .path("verdict")
                        .asText()));
    }

    private JsonNode judged(long energyWh, List<SignedRecord> verdicts) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("deviceId", TestArray.DEVICE);
        body.put("start", Instant.ofEpochSecond(TestArray.NOON).toString());
        body.put(
                "end",
                Instant.ofEpochSecond(TestArray.NOON + TestArray.INTERVAL).toString());
        body.put("energyWh", energyWh);
        body.put("verdicts", encoded(verdicts));
        return posted("/v1/consistency", body);
    }

    private Map<String, Object> body(byte[] picture, String reason) {
        List<Object> views = new ArrayList<>();
        for (Outline panel : scene.panels()) {
            views.add(Map.of(
                    "kind",
                    "PANELS",
                    "polygon",
                    panel.corners().stream()
                            .map(corner -> Map.of("x", corner.x(), "y", corner.y()))
                            .toList()));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("actor", "sam");
        body.put("reason", reason);
        body.put("width", scene.width());
        body.put("height", scene.height());
        body.put("picture", Base64.getEncoder().encodeToString(picture));
        body.put("views", views);
        return body;
    }

    private Map<String, Object> change(byte[] picture, String field, Object value) {
        Map<String, Object> body = body(picture, "first");
        body.put(field, value);
        return body;
    }

    private String detailOf(Map<String, Object> body) throws Exception {
        HttpResponse<byte[]> answer = put(place(), body);
        assertThat(answer.statusCode()).isEqualTo(422);
        return JSON.readTree(answer.body()).path("detail").asText();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private HttpResponse<byte[]> put(String path, Map<String, Object> body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + TOKEN)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode getJson(String path) {
        try {
            return JSON.readTree(get(path).body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
