package energy.registry.ingest.adapter.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** JSON calls to another process of the registry, with the service token. */
public final class ServiceCalls {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** A claim takes seconds on a busy ledger; the feed waits for news. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String authorization;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    public ServiceCalls(URI base, String token) {
        this.base = base;
        this.authorization = "Bearer " + token;
    }

    /** @param json empty when the body was none */
    public record Reply(int status, JsonNode json, byte[] body) {
        /** The rule that refused, or the status where none is named. */
        public String rule() {
            return json.path("rule").asText("HTTP_" + status);
        }

        public String detail() {
            return json.path("detail").asText(json.path("title").asText(""));
        }

        /** Whether the other side decided; anything else may be tried again. */
        public boolean isRefusal() {
            return status == 409 || status == 422 || status == 400;
        }
    }

    public Reply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public Reply post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", authorization);
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), parse(response.body()), response.body());
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode json = JSON.readTree(new String(body, java.nio.charset.StandardCharsets.UTF_8));
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
