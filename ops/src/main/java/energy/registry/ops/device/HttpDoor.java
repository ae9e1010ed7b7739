package energy.registry.ops.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One service's HTTP door: sends with the service token, gives back status and JSON; a refusal is an answer. */
public final class HttpDoor {
    /** The slowest call is an issuance through four nodes, some seconds; a minute is broken machinery. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final URI base;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    public HttpDoor(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * What a door said.
     *
     * @param retryAfterSeconds what the door asked to wait, or -1
     */
    public record Answer(int status, JsonNode body, long retryAfterSeconds) {
        public boolean isAccepted() {
            return status / 100 == 2;
        }

        /** Rule, title and detail of a problem document on one line. */
        public String problem() {
            String rule = body.path("rule").asText("");
            String said = body.path("detail").asText(body.path("title").asText(""));
            return "HTTP " + status + (rule.isEmpty() ? "" : " " + rule) + (said.isEmpty() ? "" : ": " + said);
        }
    }

    public Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    public Answer post(String path, JsonNode body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                .build());
    }

    Answer post(String path, String contentType, String header, String value, byte[] body) throws IOException {
        return send(request(path)
                .header("Content-Type", contentType)
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Whether {@code GET /health} says UP; a door that does not answer is not up. */
    public boolean isHealthy() {
        try {
            return send(request("/health").GET().build()).status() == 200;
        } catch (IOException notThereYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            long wait = response.headers().firstValueAsLong("Retry-After").orElse(-1);
            JsonNode body = Json.parse(response.body()).orElse(MissingNode.getInstance());
            return new Answer(response.statusCode(), body, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while waiting for " + request.uri());
        } catch (NumberFormatException e) {
            throw new IOException(request.uri() + " sent a Retry-After that is no number", e);
        } catch (IOException e) {
            throw new IOException(request.method() + " " + request.uri() + ": no answer (" + e + ")", e);
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
