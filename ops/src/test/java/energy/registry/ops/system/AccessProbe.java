package energy.registry.ops.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one door is knocked at: with which thing, at which address, with which body. */
final class AccessProbe {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final String THING = "{thing}";
    private static final byte[] NO_PICTURE = {1, 2, 3};
    private static final String BOUNDARY = "----access";

    private final String method;
    private final String path;
    private final JsonNode spec;
    private final AccessScene scene;

    AccessProbe(String door, JsonNode spec, AccessScene scene) {
        this.method = door.substring(0, door.indexOf(' '));
        this.path = door.substring(door.indexOf(' ') + 1);
        this.spec = spec;
        this.scene = scene;
    }

    static Map<String, JsonNode> all() throws IOException {
        try (InputStream in = AccessProbe.class.getResourceAsStream("/access/probes.json")) {
            Map<String, JsonNode> all = new LinkedHashMap<>();
            JSON.readTree(in).fields().forEachRemaining(each -> all.put(each.getKey(), each.getValue()));
            return all;
        }
    }

    boolean hasThing() {
        return spec.has("thing");
    }

    AccessScene.Thing thing() {
        return scene.thing(spec.path("thing").asText());
    }

    /** True where whoever may come in would change what later knocks need. */
    boolean deniedOnly() {
        return spec.path("deniedOnly").asBoolean();
    }

    /** True where the thing may have nothing to show. */
    boolean mayBeEmpty() {
        return spec.path("mayBeEmpty").asBoolean();
    }

    /** True at a page that is asked for what is of a thing, rather than for the thing. */
    boolean asksForList() {
        return !api() && spec.path("query").asText("").contains(THING);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    boolean api() {
        return path.startsWith("/api/");
    }

    String address(String id) {
        Matcher parameters = PARAMETER.matcher(path);
        String filled = parameters.replaceAll(found -> {
            String fixed = spec.path("path").path(found.group(1)).asText("");
            return Matcher.quoteReplacement(segment(fixed.isEmpty() ? id : scene.filled(fixed)));
        });
        String query = spec.path("query").asText("");
        return query.isEmpty() ? filled : filled + "?" + scene.filled(query.replace(THING, encoded(id)));
    }

    /** The request's method and body; {@code harmless} where the one who asks may come in. */
    void body(HttpRequest.Builder request, String id, boolean harmless) throws IOException {
        if (changes() && api()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        JsonNode json = harmless && spec.has("harmless") ? spec.get("harmless") : spec.get("json");
        if (json != null) {
            request.header("Content-Type", "application/json");
            request.method(
                    method,
                    HttpRequest.BodyPublishers.ofString(
                            scene.filled(JSON.writeValueAsString(json).replace(THING, id))));
        } else if (spec.has("file")) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            request.method(method, HttpRequest.BodyPublishers.ofString(multipart(id)));
        } else if (spec.has("form")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            request.method(method, HttpRequest.BodyPublishers.ofString(form(id)));
        } else if (spec.has("bytes")) {
            request.header("Content-Type", spec.get("bytes").asText());
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(NO_PICTURE));
        } else {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        }
    }

    private String form(String id) {
        StringBuilder form = new StringBuilder();
        spec.get("form").fields().forEachRemaining(field -> form.append(form.isEmpty() ? "" : "&")
                .append(field.getKey())
                .append('=')
                .append(encoded(value(field.getValue(), id))));
        return form.toString();
    }

    private String multipart(String id) {
        StringBuilder body = new StringBuilder();
        spec.path("form")
                .fields()
                .forEachRemaining(field -> part(body, "name=\"" + field.getKey() + "\"", value(field.getValue(), id)));
        part(body, "name=\"file\"; filename=\"" + spec.get("file").asText() + "\"", "abc");
        return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static void part(StringBuilder body, String what, String value) {
        body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; ")
                .append(what);
        body.append("\r\n\r\n").append(value).append("\r\n");
    }

    private String value(JsonNode field, String id) {
        return scene.filled(field.asText().replace(THING, id));
    }

    private static String segment(String text) {
        return encoded(text).replace("+", "%20");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
