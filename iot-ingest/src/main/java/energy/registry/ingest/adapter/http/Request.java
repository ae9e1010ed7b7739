package energy.registry.ingest.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a handler is given.
 *
 * @param segments of the path that the route left open, in order
 */
record Request(
        List<String> segments, Map<String, String> query, Map<String, String> headers, byte[] body, String peer) {
    /** So many times its limit is read and thrown away of a body that is too long, so that its sender hears the answer. */
    private static final long DRAINED_TIMES_MAX = 16;

    private static final long DRAIN_NANOS_MAX = 20_000_000_000L;

    /** Headers that handlers may ask for. */
    private static final List<String> HEADERS = List.of("X-Actor");

    static Request of(HttpExchange exchange, List<String> segments, byte[] body) {
        return new Request(
                segments,
                query(exchange.getRequestURI().getRawQuery()),
                headers(exchange),
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress() + ":"
                        + exchange.getRemoteAddress().getPort());
    }

    /** At most {@code max} bytes; null when there are more, which are thrown away unread. */
    static byte[] body(HttpExchange exchange, int max) throws IOException {
        InputStream in = exchange.getRequestBody();
        boolean announced = length(exchange) > max;
        byte[] body = announced ? null : in.readNBytes(max + 1);
        if (body != null && body.length <= max) {
            return body;
        }
        drain(in, max * DRAINED_TIMES_MAX);
        return null;
    }

    private static long length(HttpExchange exchange) {
        String text = exchange.getRequestHeaders().getFirst("Content-Length");
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static void drain(InputStream in, long bytesMax) throws IOException {
        byte[] waste = new byte[64 << 10];
        long end = System.nanoTime() + DRAIN_NANOS_MAX;
        long drained = 0;
        for (int n = in.read(waste); n >= 0 && drained < bytesMax && System.nanoTime() < end; n = in.read(waste)) {
            drained += n;
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        for (String name : HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(name);
            headers.put(
                    name,
                    value == null ? "" : value.replaceAll("\\p{Cntrl}", " ").strip());
        }
        return headers;
    }

    /** @throws IllegalArgumentException when it is missing */
    String actor() {
        String actor = headers.getOrDefault("X-Actor", "");
        if (actor.isEmpty() || actor.length() > 64) {
            throw new IllegalArgumentException("X-Actor: name the user who acts, 1 to 64 characters, in this header");
        }
        return actor;
    }

    String parameter(String name) {
        String value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    Instant instant(String name) {
        String text = parameter(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ": '" + text + "' is no UTC instant", e);
        }
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
