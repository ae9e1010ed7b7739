package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

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

    /** Of the UTC day on which the interval begins. */
    LocalDate day() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** What of this piece is in none of {@code others}. */
    List<Piece> without(List<Piece> others) {
        List<Piece> rest = List.of(this);
        for (Piece other : others) {
            if (other.deviceId.equals(deviceId)) {
                rest = rest.stream().flatMap(piece -> piece.without(other)).toList();
            }
        }
        return rest;
    }

    private Stream<Piece> without(Piece other) {
        long low = Math.max(serialFrom, other.serialFrom);
        long high = Math.min(serialTo, other.serialTo);
        return low >= high
                ? Stream.of(this)
                : Stream.of(
                                new Piece(deviceId, start, end, serialFrom, low),
                                new Piece(deviceId, start, end, high, serialTo))
                        .filter(piece -> piece.wattHours() > 0);
    }
}
