package energy.registry.ops.supervise;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Healthy when a GET is answered with status 200. */
public record HttpProbe(URI address) implements Probe {
    /** A busy machine answers late; a hung process must not hold the launcher up. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /** As much of a sick process's answer as fits on a screen line or two. */
    private static final int ANSWER_CHARACTERS_MAX = 200;

    private static final int OK = 200;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_MAX)
            .build();

    @Override
    public Optional<String> problem() {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_MAX).GET().build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK
                    ? Optional.empty()
                    : Optional.of(address + " answers " + answer.statusCode() + " " + shortened(answer.body()));
        } catch (ConnectException e) {
            return Optional.of(address + " does not accept connections");
        } catch (IOException e) {
            return Optional.of(address + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static String shortened(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() <= ANSWER_CHARACTERS_MAX ? line : line.substring(0, ANSWER_CHARACTERS_MAX) + "…";
    }
}
