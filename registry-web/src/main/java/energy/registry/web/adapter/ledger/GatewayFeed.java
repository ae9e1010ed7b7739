package energy.registry.web.adapter.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.Outcome;
import energy.registry.web.port.LedgerFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The feed of the regulator's node, by long polling. */
public final class GatewayFeed implements LedgerFeed {
    private static final Duration ROUND_TRIP = Duration.ofSeconds(10); // on top of the wait

    private final ServiceDoor door;

    public GatewayFeed(ServiceDoor door) {
        this.door = door;
    }

    @Override
    public Outcome<List<LedgerEvent>> after(long seq, int limit, Duration wait) {
        String path = "/v1/events?node=regulator&after=" + seq + "&limit=" + limit + "&waitMillis=" + wait.toMillis();
        return door.getJson(path, wait.plus(ROUND_TRIP)).map(GatewayFeed::events);
    }

    private static List<LedgerEvent> events(JsonNode answer) {
        List<LedgerEvent> events = new ArrayList<>();
        for (JsonNode event : answer.path("events")) {
            events.add(new LedgerEvent(
                    event.path("seq").longValue(),
                    event.path("txId").asText(),
                    Instant.parse(event.path("at").asText()),
                    event.path("type").asText(),
                    event.path("data").toString()));
        }
        return events;
    }
}
