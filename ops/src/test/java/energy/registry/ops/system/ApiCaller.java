package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;

/** A demo user at the API, with a token of the identity provider; for what a journey needs to find when it starts. */
final class ApiCaller {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSystem.Handle system;
    private final String user;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    ApiCaller(RunningSystem.Handle system, String user) {
        this.system = system;
        this.user = user;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(system.web(path)).GET());
    }

    /** Posts with an idempotency key. */
    JsonNode post(String path, Map<String, ?> body, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(system.web(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            token = signIn();
        }
        HttpResponse<String> answer = http.send(
                request.header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private String signIn() throws IOException, InterruptedException {
        String secret = Files.readString(system.data().resolve("secrets/oidc-cli-secret"))
                .strip();
        String form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "registry-cli",
                        "client_secret",
                        secret,
                        "username",
                        user,
                        "password",
                        system.password(user),
                        "scope",
                        "openid")
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI address = URI.create(system.identity() + "/protocol/openid-connect/token");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asText();
    }
}
