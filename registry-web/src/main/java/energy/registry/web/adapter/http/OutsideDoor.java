package energy.registry.web.adapter.http;

import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Calls to addresses that others named: no redirect is followed, no answer is read, and no secret of ours is sent. */
public final class OutsideDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The status, where it is a success. */
    public Outcome<Integer> post(URI address, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "registry-webhook/1")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2
                    ? Outcome.done(status)
                    : Outcome.refused(Refusal.unavailable("WEBHOOK_ANSWERED", "The address answered " + status + "."));
        } catch (IOException unreachable) {
            return Outcome.refused(Refusal.unavailable("WEBHOOK_UNREACHABLE", "The address does not answer."));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.refused(Refusal.unavailable("STOPPING", "The registry is stopping."));
        }
    }
}
