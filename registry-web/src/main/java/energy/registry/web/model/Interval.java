package energy.registry.web.model;

import java.time.Instant;

/** One production interval {@code [start, end)} and the Wh of the device that it made, as half-open serials. */
public record Interval(Instant start, Instant end, long serialFrom, long serialTo) {
    public long quantityWh() {
        return serialTo - serialFrom;
    }
}
