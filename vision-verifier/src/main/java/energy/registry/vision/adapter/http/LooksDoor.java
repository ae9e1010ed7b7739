package energy.registry.vision.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import energy.registry.vision.application.ShowLooks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/streams} and {@code GET /v1/looks/{deviceId}/{intervalStart}}: what the verifier looks at by itself. */
public final class LooksDoor implements ServiceDoor {
    private final ShowLooks show;

    public LooksDoor(ShowLooks show) {
        this.show = show;
    }

    @Override
    public Optional<Reply> open(HttpExchange exchange) throws IOException {
        List<String> path = Bodies.path(exchange);
        if (!exchange.getRequestMethod().equals("GET")
                || path.size() < 2
                || !path.get(0).equals("v1")) {
            return Optional.empty();
        }
        if (path.size() == 2 && path.get(1).equals("streams")) {
            return Optional.of(Reply.json(200, show.streams()));
        }
        if (path.size() == 4 && path.get(1).equals("looks") && path.get(3).matches("[0-9]{1,12}")) {
            return Optional.of(Reply.json(200, show.looks(path.get(2), Long.parseLong(path.get(3)))));
        }
        return Optional.empty();
    }
}
