package energy.registry.ingest.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a handler is given.
 *
 * @param segments of the path that the route left open, in order
 */
record Request(List<String> segments, Map<String, String> query, byte[] body, String peer) {
    static Request of(HttpExchange exchange, List<String> segments, byte[] body) {
        return new Request(
                segments,
                query(exchange.getRequestURI().getRawQuery()),
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress() + ":"
                        + exchange.getRemoteAddress().getPort());
    }

    /** At most {@code max} bytes; null when there are more. */
    static byte[] body(HttpExchange exchange, int max) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(max + 1);
        return body.length > max ? null : body;
    }

    String parameter(String name) {
        String value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A whole number within 1..max. */
    int limit(int usual, int max) {
        String text = parameter("limit");
        try {
            return text == null ? usual : Math.max(1, Math.min(max, Integer.parseInt(text)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("limit: '" + text + "' is no whole number");
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
