package energy.registry.vision.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is sent back. */
record Reply(int status, String type, byte[] body, Optional<Integer> retryAfterSeconds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply bytes(String type, byte[] body) {
        return new Reply(200, type, body, Optional.empty());
    }

    static Reply text(String text) {
        return bytes("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, Map<String, ?> body) {
        return new Reply(status, "application/json", write(body), Optional.empty());
    }

    /** RFC 9457. */
    static Reply problem(int status, String code, String title, String detail, String rule) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:rec:problem:" + code);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (rule != null) {
            body.put("rule", rule);
        }
        return new Reply(status, "application/problem+json", write(body), Optional.empty());
    }

    Reply withRetryAfter(int seconds) {
        return new Reply(status, type, body, Optional.of(seconds));
    }

    private static byte[] write(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }
}
