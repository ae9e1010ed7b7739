package energy.registry.ledger.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An RFC 9457 problem document. The code is stable; the detail is for people. */
public record Problem(int status, String code, String title, String detail, String rule, String field, String value) {

    public static Problem badRequest(BadRequest refused) {
        return new Problem(
                400,
                "bad-request",
                "The request is not understood",
                refused.getMessage(),
                null,
                refused.field(),
                refused.value());
    }

    public static Problem refused(String rule, String sentence, String detail) {
        return new Problem(409, "refused", sentence, detail, rule, null, null);
    }

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, null, null, null);
    }

    static Problem notFound(String detail) {
        return of(404, "not-found", "There is nothing here", detail);
    }

    static Problem unauthorized() {
        return of(
                401,
                "unauthorized",
                "The service token is missing or wrong",
                "Authorization: send 'Bearer ' and the token that all services of this registry share.");
    }

    static Problem tooLarge(int bytesMax) {
        return of(413, "too-large", "The body is too large", "The body holds at most " + bytesMax + " bytes.");
    }

    static Problem internal() {
        return of(500, "internal", "The gateway failed", "The gateway's log has the cause.");
    }

    ObjectNode json() {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("type", "urn:rec:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        putPresent(json, "rule", rule);
        putPresent(json, "field", field);
        putPresent(json, "value", value);
        return json;
    }

    private static void putPresent(ObjectNode json, String name, String text) {
        if (text != null) {
            json.put(name, text);
        }
    }
}
