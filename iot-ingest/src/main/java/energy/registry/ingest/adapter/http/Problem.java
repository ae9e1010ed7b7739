package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.statement.Refusal;

/** An error as RFC 9457 problem document. */
final class Problem {
    private Problem() {}

    static Response of(int status, String code, String title, String detail) {
        ObjectNode json = Wire.object();
        json.put("type", "urn:rec:problem:" + code);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        return new Response(status, "application/problem+json", Wire.bytes(json));
    }

    static Response rule(int status, String rule, String sentence, String detail) {
        ObjectNode json = Wire.object();
        json.put(
                "type",
                "urn:rec:problem:" + rule.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("title", sentence);
        json.put("status", status);
        json.put("detail", detail);
        json.put("rule", rule);
        return new Response(status, "application/problem+json", Wire.bytes(json));
    }

    /** @param answer fields that a refused sender needs to resume */
    static Response refusal(int status, Refusal refusal, ObjectNode answer) {
        ObjectNode json = answer.deepCopy();
        json.put(
                "type",
                "urn:rec:problem:"
                        + refusal.rule()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'));
        json.put("title", refusal.rule().sentence());
        json.put("status", status);
        json.put("detail", refusal.detail());
        json.put("rule", refusal.rule().name());
        json.put("field", refusal.field());
        json.put("value", refusal.value());
        return new Response(status, "application/problem+json", Wire.bytes(json));
    }
}
