package energy.registry.ops.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code rebuild}: empties the read model of a running system and waits until it has come as far in the ledger's feed as
 * before. Done through the API in the regulator's demo name, so that it is checked and written down as any other act.
 */
final class RebuildCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROLE = "regulator";
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    /** The feed is read in pages; as long as it comes further it may take what it takes. */
    private static final Duration STANDSTILL_MAX = Duration.ofMinutes(3);

    private static final long LOOK_EVERY_MILLIS = 500;

    private final Launcher launcher;
    private final Options options;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();

    RebuildCommand(Launcher launcher, Options options) {
        this.launcher = launcher;
        this.options = options;
    }

    int run() throws IOException, UsageException {
        DataFolder data = new DataFolder(options.data());
        if (!data.exists() || !data.runs(WebSteps.WEB)) {
            throw new UsageException("no registry runs in " + data.path() + "; start it first: ops/registry up");
        }
        Installation installation = launcher.installation(data, data.settings(options.portBase()));
        DemoLogin regulator = DemoLogin.all(launcher.secrets(data), launcher.random()).stream()
                .filter(login -> login.role().equals(ROLE))
                .findFirst()
                .orElseThrow(() -> new UsageException("this data folder has no login of a regulator; let one send"
                        + " POST /api/v1/read-model/rebuild with a token of their own"));
        try {
            long before = emptied(installation, token(installation, regulator));
            return filled(installation, before) ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; the read model goes on filling by itself", e);
        }
    }

    private String token(Installation installation, DemoLogin login) throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "client_id", "registry-cli",
                "client_secret", installation.secrets().get("oidc-cli-secret"),
                "username", login.user(),
                "password", login.password());
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(installation.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .path("access_token")
                .asText();
    }

    private long emptied(Installation installation, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(installation.webUrl() + "/api/v1/read-model/rebuild"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .path("previousLastSeq")
                .asLong();
    }

    private boolean filled(Installation installation, long target) throws IOException, InterruptedException {
        long reached = 0;
        long moved = System.nanoTime();
        while (reached < target) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            long now = send(HttpRequest.newBuilder(URI.create(installation.webUrl() + "/health")))
                    .at("/checks/0/lastSeq")
                    .asLong();
            if (now != reached) {
                reached = now;
                moved = System.nanoTime();
                launcher.out().println("event " + reached + " of " + target);
            } else if (System.nanoTime() - moved > STANDSTILL_MAX.toNanos()) {
                launcher.err()
                        .println("the read model stands at event " + reached + " of " + target + " for "
                                + STANDSTILL_MAX.toMinutes() + " minutes; see "
                                + installation.data().log(WebSteps.WEB));
                return false;
            }
        }
        launcher.out().println("The read model is the ledger's again, up to event " + reached + ".");
        return true;
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(ANSWER_MAX).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
