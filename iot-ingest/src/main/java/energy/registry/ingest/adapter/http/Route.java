package energy.registry.ingest.adapter.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path of which {@code *} stands for one open segment.
 *
 * @param open whether the service token is not asked for
 * @param bodyBytesMax longest body, which is not even read beyond
 */
record Route(String method, String path, boolean open, int bodyBytesMax, Handler handler) {
    /** Every JSON body on the wire is at most this long, bytes. */
    static final int JSON_BYTES_MAX = 1 << 20;

    Route(String method, String path, boolean open, Handler handler) {
        this(method, path, open, JSON_BYTES_MAX, handler);
    }

    /** Answers a request; refusals are answers too. */
    @FunctionalInterface
    interface Handler {
        Response handle(Request request);
    }

    /** Whether strangers may ask, and so only so much in a time; health and metrics are always answered. */
    boolean isLimited() {
        return open && path.startsWith("/v1/");
    }

    /** Whether bodies are so large that only few are held at once. */
    boolean isHeavy() {
        return bodyBytesMax > JSON_BYTES_MAX;
    }

    Optional<List<String>> match(String requestPath) {
        String[] expected = path.split("/");
        String[] found = requestPath.split("/");
        if (expected.length != found.length) {
            return Optional.empty();
        }
        List<String> open = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].equals("*")) {
                open.add(found[i]);
            } else if (!expected[i].equals(found[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(open);
    }
}
