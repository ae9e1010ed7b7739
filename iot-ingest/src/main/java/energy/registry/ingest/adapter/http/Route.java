package energy.registry.ingest.adapter.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method and a path; {@code *} stands for one open segment.
 *
 * @param open whether the service token is not asked for
 */
record Route(String method, String path, boolean open, Handler handler) {
    /** Answers a request; refusals are answers too. */
    @FunctionalInterface
    interface Handler {
        Response handle(Request request);
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
