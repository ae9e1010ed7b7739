package energy.registry.ingest.adapter.persistence;

import energy.registry.ingest.statement.Opening;
import energy.registry.ingest.statement.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Writes where the chains stand now. */
final class PositionRows {
    private static final String SQL = "update meter m set epoch = p.epoch, next_sequence = p.next_sequence,"
            + " register_wh = p.register_wh, last_end = p.last_end, previous = p.previous, open_epoch = p.open_epoch,"
            + " open_register_wh = p.open_register_wh, open_from = p.open_from,"
            + " held_at = case when p.held_reason is null then null else coalesce(m.held_at, ?) end,"
            + " held_reason = p.held_reason"
            + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) p(meter_id, epoch, next_sequence, register_wh, last_end, previous,"
            + " open_epoch, open_register_wh, open_from, held_reason) where m.meter_id = p.meter_id";

    private final Connection connection;
    private final Instant now;

    PositionRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    void write(List<Position> positions) throws SQLException {
        Query.on(connection, SQL)
                .with(now)
                .array("text", column(positions, Position::meterId))
                .array("integer", column(positions, Position::epoch))
                .array("bigint", column(positions, Position::nextSequence))
                .array("bigint", column(positions, Position::registerWh))
                .array(
                        "timestamptz",
                        column(
                                positions,
                                p -> p.lastEnd() == null ? null : p.lastEnd().atOffset(ZoneOffset.UTC)))
                .array(
                        "bytea",
                        positions.stream().map(p -> p.previous().bytes()).toArray(byte[][]::new))
                .array("integer", column(positions, Position::openEpoch))
                .array("bigint", opening(positions, Opening::registerWh))
                .array(
                        "timestamptz",
                        opening(
                                positions,
                                o -> o.from() == null ? null : o.from().atOffset(ZoneOffset.UTC)))
                .array("text", column(positions, Position::heldReason))
                .update();
    }

    private static Object[] opening(List<Position> positions, Function<Opening, Object> value) {
        return column(positions, p -> p.opening() == null ? null : value.apply(p.opening()));
    }

    private static Object[] column(List<Position> positions, Function<Position, Object> value) {
        return positions.stream().map(value).toArray();
    }
}
