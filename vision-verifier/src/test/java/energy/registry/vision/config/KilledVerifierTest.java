package energy.registry.vision.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.fixture.Await;
import energy.registry.vision.fixture.PeerServer;
import energy.registry.vision.fixture.TestTurbine;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as a process of its own, killed in the middle of its work and started again. */
class KilledVerifierTest {
    private static final String TOKEN = "a-shared-secret";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIPS = 5;
    private static final int KILLS = 3;
    private static final int DEFAULT_PORT_PLACE = 92; // 8092 at base 8000

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTurbine turbine = new TestTurbine();
    private final Random random = new Random(26);
    private Process process;
    private int port;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void noVerdictIsLostAndNoneIsMadeTwiceDifferently() throws Exception {
        try (PeerServer peers = new PeerServer()) {
            peers.publishDevice(turbine.device());
            start(peers);
            Set<String> captures = new TreeSet<>();
            for (int i = 0; i < CLIPS; i++) {
                captures.add(send(i));
            }
            for (int i = 0; i < KILLS; i++) {
                Thread.sleep(200 + random.nextInt(1_300)); // a moment of its own in the work, not a condition
                process.destroyForcibly().waitFor();
                start(peers);
            }
            Await.until(() -> captures(peers).keySet().equals(captures));
            Await.until(() -> unsent() == 0);

            captures(peers).forEach((capture, verdicts) -> assertThat(verdicts)
                    .as("verdicts on capture %s", capture)
                    .hasSize(1));
            for (Set<String> verdicts : captures(peers).values()) {
                VisionVerdict verdict = VisionVerdict.decode(SignedRecord.decode(
                                Base64.getDecoder().decode(verdicts.iterator().next()))
                        .record());
                assertThat(verdict.state()).isEqualTo(RotorState.RUNNING);
                assertThat(verdict.integrity()).isEmpty();
            }
        }
    }

    /** The different verdicts that were delivered on each capture. */
    private static Map<String, Set<String>> captures(PeerServer peers) {
        Map<String, Set<String>> all = new HashMap<>();
        try {
            for (String body : List.copyOf(peers.verdicts())) {
                JsonNode delivered = JSON.readTree(body);
                all.computeIfAbsent(delivered.path("capture").asText(), key -> new TreeSet<>())
                        .add(delivered.path("verdict").asText());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private String send(int number) throws Exception {
        Path file = data.resolve("made.mp4");
        TurbineScene.withRotorRpm(9 + number).seconds(8).seed(70 + number).renderTo(file);
        byte[] clip = Files.readAllBytes(file);
        String capture = Base64.getEncoder()
                .encodeToString(turbine.captureAt(clip, TestTurbine.START + number * TestTurbine.INTERVAL)
                        .encode());
        HttpRequest request = HttpRequest.newBuilder(address("/v1/clips"))
                .header("X-Capture", capture)
                .POST(HttpRequest.BodyPublishers.ofByteArray(clip))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return capture;
    }

    private void start(PeerServer peers) throws IOException {
        port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "energy.registry.vision.config.Main"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("REGISTRY_"));
        builder.environment().put("REGISTRY_DATA", data.toString());
        builder.environment().put("REGISTRY_PORT_BASE", String.valueOf(port - DEFAULT_PORT_PLACE));
        builder.environment().put("REGISTRY_GATEWAY_URL", peers.address().toString());
        builder.environment().put("REGISTRY_INGEST_URL", peers.address().toString());
        builder.environment().put("REGISTRY_SERVICE_TOKEN", TOKEN);
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
        process = builder.start();
        Await.until(() -> check(1).path("devices").asInt() == 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private int unsent() {
        return check(2).path("unsent").asInt(-1);
    }

    private JsonNode check(int index) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address("/health")).build();
            return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .path("checks")
                    .path(index);
        } catch (IOException notYet) {
            return JSON.createObjectNode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
