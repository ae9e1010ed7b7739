package energy.registry.vision.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.vision.fixture.Await;
import energy.registry.vision.fixture.PeerServer;
import energy.registry.vision.fixture.TestTurbine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of cameras at the running service. */
class StreamsTest {
    private static final String TOKEN = "a-shared-secret";

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private PeerServer peers;

    @BeforeEach
    void listCameras() throws IOException {
        peers = new PeerServer();
        peers.publishDevice(new TestTurbine().device());
        Files.writeString(
                data.resolve("cameras.list"),
                TestTurbine.CAMERA + " rtsp://me:secret@127.0.0.1:9/live\nCAM-9999 http://127.0.0.1:9/live\n");
    }

    @AfterEach
    void end() {
        peers.close();
    }

    private VisionService service() throws IOException {
        return new VisionService(new VisionConfig(data, 0, peers.address(), peers.address(), TOKEN));
    }

    @Test
    void listedCamerasAreShownWithTheirDevicesAndWithoutPasswords() throws Exception {
        try (VisionService service = service()) {
            service.start();
            Await.until(() -> get(service, "/v1/streams", TOKEN).body().contains(TestTurbine.DEVICE));

            JsonNode streams = new ObjectMapper()
                    .readTree(get(service, "/v1/streams", TOKEN).body())
                    .path("streams");
            assertThat(streams).hasSize(2);
            assertThat(streams.get(0).path("address").asText()).isEqualTo("rtsp://***@127.0.0.1:9/live");
            assertThat(streams.get(0).path("deviceId").asText()).isEqualTo(TestTurbine.DEVICE);
            assertThat(streams.get(1).path("deviceId").isNull()).isTrue();
            String looks = "/v1/looks/" + TestTurbine.DEVICE + "/" + TestTurbine.START;
            assertThat(get(service, looks, TOKEN).body()).contains("\"looks\":[]");
            assertThat(get(service, looks, "another").statusCode()).isEqualTo(401);
            assertThat(get(service, "/v1/looks/" + TestTurbine.DEVICE + "/yesterday", TOKEN)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aWrongListStopsTheStartAndNamesTheLine() throws IOException {
        Files.writeString(data.resolve("cameras.list"), "# cameras\nCAM-0001\n");

        assertThatThrownBy(this::service).hasMessageContaining("cameras.list line 2");

        Files.writeString(data.resolve("cameras.list"), "CAM-0001 rtsp://10.0.0.1/a\nCAM-0001 rtsp://10.0.0.2/a\n");
        assertThatThrownBy(this::service).hasMessageContaining("line 2: camera 'CAM-0001' has an address already");
    }

    private HttpResponse<String> get(VisionService service, String path, String token) {
        try {
            URI address = URI.create("http://127.0.0.1:" + service.port() + path);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
