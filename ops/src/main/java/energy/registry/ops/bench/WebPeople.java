package energy.registry.ops.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** People with logins at the identity provider, made for the measurement. */
final class WebPeople {
    private static final int SHARES = 10;

    private final String issuer;
    private final String secret;
    private final String password;
    private final BiFunction<String, Integer, String> organisations;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param organisations the account of the organisation by role and number */
    WebPeople(String issuer, String secret, String password, BiFunction<String, Integer, String> organisations) {
        this.organisations = organisations;
        this.issuer = issuer;
        this.secret = secret;
        this.password = password;
    }

    /** Somebody who signs in. */
    record Visitor(String name, String password, String organisation, String role) {}

    /** Of ten people four sell, four buy, one watches and one issues. Those who are there already are used again. */
    List<Visitor> make(int count) throws IOException {
        String token = token();
        List<Visitor> people = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Visitor visitor = visitor(number);
            people.add(visitor);
            if (answer("GET", "/users?exact=true&username=" + visitor.name(), null, token)
                    .isEmpty()) {
                create(visitor, token);
            }
        }
        return people;
    }

    private Visitor visitor(int number) {
        String name = String.format(Locale.ROOT, "bench-%02d", number);
        String role =
                switch (number % SHARES) {
                    case 0, 1, 2, 3 -> "generator";
                    case 4, 5, 6, 7 -> "buyer";
                    case 8 -> "regulator";
                    default -> "issuing-body";
                };
        return new Visitor(name, password, organisations.apply(role, number), role);
    }

    private void create(Visitor visitor, String token) throws IOException {
        ObjectNode user = Json.object().put("username", visitor.name()).put("enabled", true);
        user.put("email", visitor.name() + "@people.example").put("emailVerified", true);
        user.put("firstName", "Bench").put("lastName", visitor.name());
        user.putObject("attributes").putArray("org").add(visitor.organisation());
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", visitor.password())
                .put("temporary", false);
        answer("POST", "/users", user, token);
        String id = answer("GET", "/users?exact=true&username=" + visitor.name(), null, token)
                .path(0)
                .path("id")
                .asText();
        ArrayNode given = Json.object().putArray("roles");
        answer("GET", "/users/" + id + "/role-mappings/realm/available", null, token)
                .forEach(role -> {
                    if (role.path("name").asText().equals(visitor.role())) {
                        given.add(role);
                    }
                });
        answer("POST", "/users/" + id + "/role-mappings/realm", given, token);
    }

    private String token() throws IOException {
        String form = "grant_type=client_credentials&client_id=registry-people&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return send(request).path("access_token").asText();
    }

    private JsonNode answer(String method, String path, JsonNode body, String token) throws IOException {
        HttpRequest.BodyPublisher sent = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(Json.text(body));
        return send(HttpRequest.newBuilder(URI.create(issuer.replace("/realms/", "/admin/realms/") + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, sent)
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(request.method() + " " + request.uri().getPath() + ": HTTP " + answer.statusCode()
                        + " " + answer.body());
            }
            return Json.parse(answer.body()).orElseGet(Json::object);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + request.uri());
        }
    }
}
