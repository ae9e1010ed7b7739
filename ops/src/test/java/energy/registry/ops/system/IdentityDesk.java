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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The identity provider as its administrator and its users see it: makes people for a test, and fetches their tokens. */
final class IdentityDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Tokens of the realm hold for five minutes. */
    private static final Duration TOKEN_HOLDS = Duration.ofMinutes(4);

    private final RunningSystem.Handle system;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> tokens = new HashMap<>();

    IdentityDesk(RunningSystem.Handle system) {
        this.system = system;
    }

    private record Token(String text, long endsNanos) {}

    /** A demo user. */
    Person demo(String name, String organisation, String... roles) throws IOException {
        return new Person(name, system.password(name), organisation, Set.of(roles), Person.Kind.USER);
    }

    /** A user made for this run; an empty organisation leaves the attribute out. */
    Person user(String prefix, String organisation, String... roles) throws IOException, InterruptedException {
        String name = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        String password = UUID.randomUUID().toString();
        Map<String, Object> user = new HashMap<>(Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@people.example",
                "emailVerified",
                true,
                "firstName",
                "Test",
                "lastName",
                "Person",
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false))));
        if (!organisation.isEmpty()) {
            user.put("attributes", Map.of("org", List.of(organisation)));
        }
        String id = made(administer("POST", "/users", user));
        grant(id, Set.of(roles));
        return new Person(name, password, organisation, Set.of(roles), Person.Kind.USER);
    }

    private void grant(String userId, Set<String> roles) throws IOException, InterruptedException {
        String path = "/users/" + userId + "/role-mappings/realm";
        List<JsonNode> wanted = new ArrayList<>();
        JSON.readTree(administer("GET", path + "/available", null).body()).forEach(role -> {
            if (roles.contains(role.path("name").asText())) {
                wanted.add(role);
            }
        });
        assertThat(administer("POST", path, wanted).statusCode()).isLessThan(300);
    }

    private static String made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> administer(String method, String path, Object body)
            throws IOException, InterruptedException {
        Person people = new Person("registry-people", secret("oidc-people-secret"), "", Set.of(), Person.Kind.MACHINE);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(system.identity().replace("/realms/", "/admin/realms/") + path))
                .header("Authorization", "Bearer " + token(people))
                .header("Content-Type", "application/json");
        HttpRequest.BodyPublisher sent = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        return http.send(request.method(method, sent).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String secret(String name) throws IOException {
        return Files.readString(system.data().resolve("secrets").resolve(name)).strip();
    }

    /** A token that holds for some minutes yet. */
    String token(Person person) throws IOException, InterruptedException {
        Token known = tokens.get(person.login());
        if (known == null || System.nanoTime() - known.endsNanos() > 0) {
            known = new Token(fetch(person), System.nanoTime() + TOKEN_HOLDS.toNanos());
            tokens.put(person.login(), known);
        }
        return known.text();
    }

    private String fetch(Person person) throws IOException, InterruptedException {
        Map<String, String> form = person.kind() == Person.Kind.MACHINE
                ? Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        person.login(),
                        "client_secret",
                        person.secret())
                : Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "registry-cli",
                        "client_secret",
                        secret("oidc-cli-secret"),
                        "username",
                        person.login(),
                        "password",
                        person.secret(),
                        "scope",
                        "openid");
        String text = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(system.identity() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(person + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asText();
    }
}
