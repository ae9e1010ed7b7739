package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Somebody at the API, with a token of the identity provider; for what a journey needs to find when it starts. */
final class ApiCaller {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSystem.Handle system;
    private final IdentityDesk identity;
    private final Person person;
    private final HttpClient http = HttpClient.newHttpClient();

    /** A demo user. */
    ApiCaller(RunningSystem.Handle system, String user) throws IOException {
        this(system, new IdentityDesk(system), user);
    }

    private ApiCaller(RunningSystem.Handle system, IdentityDesk identity, String user) throws IOException {
        this(system, identity, identity.demo(user, ""));
    }

    ApiCaller(RunningSystem.Handle system, IdentityDesk identity, Person person) {
        this.system = system;
        this.identity = identity;
        this.person = person;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return good(send(HttpRequest.newBuilder(system.web(path)).GET()));
    }

    /** Posts with an idempotency key. */
    JsonNode post(String path, Map<String, ?> body, String key) throws IOException, InterruptedException {
        return good(postAnyhow(path, body, key));
    }

    /** As {@link #post}, whatever the answer. */
    HttpResponse<String> postAnyhow(String path, Map<String, ?> body, String key)
            throws IOException, InterruptedException {
        return send(keyed(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    JsonNode put(String path, Map<String, ?> body, String key) throws IOException, InterruptedException {
        return good(send(keyed(path, key)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    JsonNode send(String path, String mediaType, byte[] bytes, String key) throws IOException, InterruptedException {
        return good(send(keyed(path, key)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))));
    }

    private HttpRequest.Builder keyed(String path, String key) {
        return HttpRequest.newBuilder(system.web(path)).header("Idempotency-Key", key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header("Authorization", "Bearer " + identity.token(person))
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode good(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
