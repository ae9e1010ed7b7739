package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the API promises whatever is asked: a change is carried out once, too many questions are put off, a change has a line in the log. */
@Tag("system")
@ExtendWith(RunningSystem.class)
final class ApiPromisesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A costly question costs 20 of the 400 tokens that a visitor's address has; this is far more than it can ask. */
    private static final int COSTLY_QUESTIONS_MAX = 2_000;

    private final RunningSystem.Handle system;
    private final HttpClient http = HttpClient.newHttpClient();

    ApiPromisesTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @Test
    void theSameRequestWithTheSameKeyIsCarriedOutOnce() throws Exception {
        ApiCaller bruno = new ApiCaller(system, "bruno");
        String key = UUID.randomUUID().toString();
        String name = "Works " + key;
        Map<String, String> body = Map.of("name", name, "id", "", "country", "DE", "location", "");
        HttpResponse<String> first = bruno.postAnyhow("/api/v1/beneficiaries", body, key);
        HttpResponse<String> again = bruno.postAnyhow("/api/v1/beneficiaries", body, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        Map<String, String> other = Map.of("name", name + "!", "id", "", "country", "DE", "location", "");
        HttpResponse<String> another = bruno.postAnyhow("/api/v1/beneficiaries", other, key);
        assertThat(another.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(another.body()).path("type").asText())
                .isEqualTo("urn:rec:problem:idempotency-key-reused");
        int times = 0;
        for (JsonNode entry : bruno.get("/api/v1/beneficiaries")) {
            times += entry.toString().contains(name) ? 1 : 0;
        }
        assertThat(times).isEqualTo(1);
        assertThat(bruno.postAnyhow("/api/v1/beneficiaries", other, "").statusCode())
                .as("without a key")
                .isEqualTo(400);
    }

    @Test
    void aRefusedRequestMayBePutRightUnderItsKey() throws Exception {
        ApiCaller bruno = new ApiCaller(system, "bruno");
        String key = UUID.randomUUID().toString();
        Map<String, String> wrong = Map.of("name", "", "id", "", "country", "DE", "location", "");
        assertThat(bruno.postAnyhow("/api/v1/beneficiaries", wrong, key).statusCode())
                .isEqualTo(400);
        Map<String, String> right = Map.of("name", "Works " + key, "id", "", "country", "DE", "location", "");
        assertThat(bruno.postAnyhow("/api/v1/beneficiaries", right, key).statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoAsksTooMuchIsToldHowLongToWaitAndThenAnswered() throws Exception {
        HttpRequest costly = HttpRequest.newBuilder(
                        system.web("/api/v1/public/statements/RS-0000-0000-0000-0000/provenance"))
                .build();
        HttpResponse<String> answer = http.send(costly, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        for (int asked = 0; asked < COSTLY_QUESTIONS_MAX && answer.statusCode() == 404; asked++) {
            answer = http.send(costly, HttpResponse.BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:rec:problem:rate-limit");
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(0);
        assertThat(seconds).isBetween(1L, 60L);
        TimeUnit.SECONDS.sleep(seconds);
        int status = RunningSystem.eventually(Duration.ofMinutes(1), () -> status(costly), seen -> seen != 429);
        assertThat(status).isEqualTo(404);
        ApiCaller bruno = new ApiCaller(system, "bruno");
        assertThat(bruno.get("/api/v1/offers?limit=1").has("items"))
                .as("others are answered all the while")
                .isTrue();
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
