package energy.registry.ops.audit;

import java.time.DateTimeException;
import java.time.Instant;

/** Time of a device whose energy was all withdrawn, so that it may be issued again. */
record Reopened(String deviceId, Instant from, Instant until) {
    static Reopened read(LedgerEvent event) throws UnreadableEvent {
        try {
            return new Reopened(
                    event.text("deviceId"), Instant.parse(event.text("from")), Instant.parse(event.text("until")));
        } catch (DateTimeException e) {
            throw new UnreadableEvent(event.seq(), "opens a time that is none: " + event.data());
        }
    }

    boolean contains(Piece piece) {
        return !piece.start().isBefore(from) && !piece.end().isAfter(until);
    }
}
