package energy.registry.ops.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Sends a probe as a person, waits where it is told to wait, and keeps what is needed of the answer. */
final class AccessKnock {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY = 429;
    private static final int TRIES_MAX = 60;

    /** Fields whose value is the account to which a thing belongs. */
    private static final Set<String> OWNER_FIELDS = Set.of("owner", "organisation");

    /** What differs from answer to answer whatever is asked: fresh request ids, tokens of forms, the time. */
    private static final Pattern FRESH = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|name=\"_csrf\" value=\"[^\"]*\"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    private final RunningSystem.Handle system;
    private final IdentityDesk identity;
    private final HttpClient http = HttpClient.newHttpClient();

    AccessKnock(RunningSystem.Handle system, IdentityDesk identity) {
        this.system = system;
        this.identity = identity;
    }

    /** Status, where the browser is sent, media type and body. */
    record Answer(int status, String location, String mediaType, String body) {
        /** The answer as it would be for any other id: lines of text, so that a difference is easy to see. */
        List<String> without(String... ids) {
            String plain = FRESH.matcher(location + "\n" + body).replaceAll("FRESH");
            for (String id : ids) {
                for (String written : List.of(id, AccessProbe.encoded(id))) {
                    plain = plain.replaceAll("(?<![A-Za-z0-9])" + Pattern.quote(written) + "(?![A-Za-z0-9])", "ID");
                }
            }
            List<String> lines = new ArrayList<>(List.of("HTTP " + status));
            plain.lines().map(String::strip).forEach(lines::add);
            return lines;
        }

        Set<String> organisationsNamedAsOwners() {
            Set<String> found = new TreeSet<>();
            if (status == 200 && mediaType.startsWith("application/json")) {
                try {
                    collect(JSON.readTree(body), found);
                } catch (JsonProcessingException notJson) {
                    throw new UncheckedIOException(notJson);
                }
            }
            return found;
        }

        private static void collect(JsonNode node, Set<String> found) {
            node.fields().forEachRemaining(field -> {
                if (OWNER_FIELDS.contains(field.getKey()) && field.getValue().isTextual()) {
                    found.add(field.getValue().asText());
                }
            });
            node.forEach(child -> collect(child, found));
        }

        @Override
        public String toString() {
            return "HTTP " + status + " " + location + " " + body.substring(0, Math.min(300, body.length()));
        }
    }

    Answer at(AccessProbe probe, Person person, String id, boolean harmless) {
        try {
            for (int tries = 0; ; tries++) {
                HttpResponse<byte[]> answer =
                        http.send(request(probe, person, id, harmless), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != TOO_MANY || tries == TRIES_MAX) {
                    return new Answer(
                            answer.statusCode(),
                            answer.headers().firstValue("Location").orElse(""),
                            answer.headers().firstValue("Content-Type").orElse(""),
                            new String(answer.body(), StandardCharsets.UTF_8));
                }
                TimeUnit.SECONDS.sleep(
                        answer.headers().firstValueAsLong("Retry-After").orElse(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(probe.address(id), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(AccessProbe probe, Person person, String id, boolean harmless)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(system.web(probe.address(id)));
        probe.body(request, id, harmless);
        switch (person.kind()) {
            case VISITOR -> {}
            case FORGER -> request.header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJyaXRhIn0.");
            default -> request.header("Authorization", "Bearer " + identity.token(person));
        }
        return request.build();
    }
}
