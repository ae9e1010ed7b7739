package energy.registry.ingest.adapter.http;

import energy.registry.ingest.adapter.json.Wire;

/** What a handler answers. */
record Response(int status, String contentType, byte[] body) {
    static Response json(int status, Object value) {
        return new Response(status, "application/json", Wire.bytes(value));
    }

    static Response text(String contentType, String text) {
        return new Response(200, contentType, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
