package energy.registry.ledger.gateway.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler of a method and path; {@code {name}} in a pattern takes one segment. */
public final class Router {
    private record Route(String method, List<String> pattern, boolean open, Handler handler) {}

    /** A route that fits a request, with what its path named. */
    record Match(Handler handler, boolean open, Map<String, String> path) {}

    private final List<Route> routes = new ArrayList<>();

    /** A route that needs the service token. */
    public Router on(String method, String pattern, Handler handler) {
        routes.add(new Route(method, split(pattern), false, handler));
        return this;
    }

    /** A route that anyone may call. */
    public Router open(String method, String pattern, Handler handler) {
        routes.add(new Route(method, split(pattern), true, handler));
        return this;
    }

    Optional<Match> find(String method, String path) {
        List<String> segments = split(path);
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .flatMap(route -> match(route, segments).stream())
                .findFirst();
    }

    boolean knows(String path) {
        List<String> segments = split(path);
        return routes.stream().anyMatch(route -> match(route, segments).isPresent());
    }

    private static Optional<Match> match(Route route, List<String> segments) {
        if (route.pattern().size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = route.pattern().get(i);
            if (expected.startsWith("{")) {
                named.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route.handler(), route.open(), named));
    }

    private static List<String> split(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}
