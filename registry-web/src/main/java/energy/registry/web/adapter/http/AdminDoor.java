package energy.registry.web.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The identity provider's administration, with a token of our own client that is fetched anew before it ends. */
public final class AdminDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration EARLY = Duration.ofSeconds(30); // a token is not used in its last half minute

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI issuer;
    private final URI base;
    private final String clientId;
    private final String secret;
    private final Clock clock;
    private String token = "";
    private Instant tokenEnds = Instant.EPOCH;

    /** {@code issuer} ends in /realms/NAME; its administration is beside it. */
    public AdminDoor(URI issuer, String clientId, String secret, Clock clock) {
        this.issuer = issuer;
        this.base = URI.create(issuer.toString().replace("/realms/", "/admin/realms/"));
        this.clientId = clientId;
        this.secret = secret;
        this.clock = clock;
    }

    /** Status, body and the address of what was made, if any. */
    public record Answer(int status, JsonNode body, String location) {
        public boolean good() {
            return status / 100 == 2;
        }

        /** The id at the end of the address. */
        public String madeId() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /** Refused only where nobody answers; a refusal of the provider is an answer. */
    public Outcome<Answer> call(String method, String path, Object body) {
        return token().then(bearer -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + bearer)
                    .header("Content-Type", "application/json");
            HttpRequest.BodyPublisher sent = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(ServiceDoor.write(body));
            return send(request.method(method, sent).build());
        });
    }

    private synchronized Outcome<String> token() {
        if (clock.instant().isBefore(tokenEnds)) {
            return Outcome.done(token);
        }
        String form = "grant_type=client_credentials&client_id=" + ServiceDoor.encoded(clientId) + "&client_secret="
                + ServiceDoor.encoded(secret);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return send(request).then(answer -> {
            if (!answer.good()) {
                return Outcome.refused(Refusal.unavailable(
                        "DIRECTORY_CLOSED",
                        "The identity provider does not let this site manage people. Its operator has to set it up."));
            }
            token = answer.body().path("access_token").asText();
            tokenEnds = clock.instant()
                    .plusSeconds(answer.body().path("expires_in").asLong())
                    .minus(EARLY);
            return Outcome.done(token);
        });
    }

    private Outcome<Answer> send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String location = response.headers().firstValue("Location").orElse("");
            return Outcome.done(new Answer(response.statusCode(), json(response.body()), location));
        } catch (IOException unreachable) {
            return Outcome.refused(silence());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.refused(silence());
        }
    }

    private static Refusal silence() {
        return Refusal.unavailable(
                "SERVICE_UNREACHABLE", "The identity provider cannot be reached just now. Try again in a moment.");
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode node = body.length == 0 ? null : JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
