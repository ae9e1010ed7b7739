package energy.registry.web.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The door to one service. A problem document becomes a refusal, silence becomes "not reachable"; neither is an exception. */
public final class ServiceDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(2); // everything is near
    /** Longest answer to a question. */
    public static final Duration READ_PATIENCE = Duration.ofSeconds(10);
    /** Longest answer to a command: a ledger transaction with several signers. */
    public static final Duration COMMAND_PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String name;
    private final URI base;
    private final String token;
    private final UnaryOperator<Refusal> words;

    public ServiceDoor(String name, URI base, String token) {
        this(name, base, token, UnaryOperator.identity());
    }

    /** @param words says a refusal of this service in a person's words */
    public ServiceDoor(String name, URI base, String token, UnaryOperator<Refusal> words) {
        this.name = name;
        this.base = base;
        this.token = token;
        this.words = words;
    }

    public static JsonNode parse(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A value of ours cannot be written as JSON", broken);
        }
    }

    /** A path segment or query value, made safe. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Outcome<byte[]> get(String path, Duration patience) {
        return send(request(path, patience).GET().build());
    }

    public Outcome<JsonNode> getJson(String path, Duration patience) {
        return get(path, patience).then(this::json);
    }

    public Outcome<JsonNode> post(String path, Map<String, ?> body) {
        HttpRequest request = request(path, COMMAND_PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(write(body)))
                .build();
        return send(request).then(this::json);
    }

    /** A file as it is; the person who sends it is named in a header. */
    public Outcome<JsonNode> postBytes(String path, byte[] body, String user) {
        HttpRequest request = request(path, COMMAND_PATIENCE)
                .header("Content-Type", "application/octet-stream")
                .header("X-Actor", user)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return send(request).then(this::json);
    }

    public Outcome<JsonNode> put(String path, Map<String, ?> body) {
        HttpRequest request = request(path, COMMAND_PATIENCE)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(write(body)))
                .build();
        return send(request).then(this::json);
    }

    public Outcome<JsonNode> delete(String path) {
        return send(request(path, COMMAND_PATIENCE).DELETE().build()).then(this::json);
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "*/*");
    }

    private Outcome<byte[]> send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() / 100 == 2
                    ? Outcome.done(response.body())
                    : Outcome.refused(refusal(response));
        } catch (IOException unreachable) {
            return Outcome.refused(silence());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.refused(silence());
        }
    }

    private Refusal silence() {
        return Refusal.unavailable(
                "SERVICE_UNREACHABLE", "The " + name + " cannot be reached just now. Try again in a moment.");
    }

    private Outcome<JsonNode> json(byte[] body) {
        try {
            return Outcome.done(JSON.readTree(body));
        } catch (IOException notJson) {
            return Outcome.refused(
                    Refusal.unavailable("SERVICE_ANSWER_UNREADABLE", "The " + name + " gave an unreadable answer."));
        }
    }

    private Refusal refusal(HttpResponse<byte[]> response) {
        JsonNode problem = problem(response.body());
        String detail = problem.path("detail").asText("The " + name + " answered " + response.statusCode() + ".");
        String rule = problem.path("rule").asText(problem.path("title").asText("REFUSED"));
        return words.apply(new Refusal(
                kind(response.statusCode()),
                rule,
                detail,
                problem.path("field").asText(""),
                problem.path("value").asText("")));
    }

    private static Refusal.Kind kind(int status) {
        return switch (status) {
            case 400, 413, 422 -> Refusal.Kind.INVALID;
            case 404 -> Refusal.Kind.NOT_FOUND;
            case 409 -> Refusal.Kind.CONFLICT;
            default -> Refusal.Kind.UNAVAILABLE; // a refused service token is our fault, not the visitor's
        };
    }

    private static JsonNode problem(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
