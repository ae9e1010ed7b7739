package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;

/** The watt-hours of one device and one interval that a certificate or a retirement line holds: serials half-open. */
record Piece(String deviceId, Instant start, Instant end, long serialFrom, long serialTo) {
    static Piece read(LedgerEvent event, String deviceId, JsonNode interval) throws UnreadableEvent {
        try {
            Piece piece = new Piece(
                    deviceId,
                    Instant.parse(interval.path("start").asText()),
                    Instant.parse(interval.path("end").asText()),
                    interval.path("serialFrom").longValue(),
                    interval.path("serialTo").longValue());
            if (piece.start.isBefore(piece.end)
                    && piece.serialFrom <= piece.serialTo
                    && interval.path("serialTo").isIntegralNumber()) {
                return piece;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw new UnreadableEvent(event.seq(), "has an interval that is none: " + interval);
    }

    long wattHours() {
        return serialTo - serialFrom;
    }

    boolean isSameTimeAs(Piece other) {
        return start.equals(other.start) && end.equals(other.end);
    }
}
