package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.ingest.port.StatementStore.Accepted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes accepted statements column by column: envelope, statement, readings, intervals, in four commands. */
final class AcceptedRows {
    private static final String ENVELOPES =
            "insert into envelope (received_day, envelope_id, received_at, door, peer, sha256, bytes)"
                    + " select ?, * from unnest(?, ?, ?, ?, ?, ?)";

    private static final String STATEMENTS =
            "insert into statement (received_day, statement_id, digest, content, meter_id, device_id, epoch, sequence,"
                    + " start_at, end_at, interval_seconds, energy_wh, quality, signatory, origin, reading_count,"
                    + " signed, findings, received_at)"
                    + " select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb[], ?)";

    private final Connection connection;
    private final LocalDate day;
    private final Instant now;

    AcceptedRows(Connection connection, LocalDate day, Instant now) {
        this.connection = connection;
        this.day = day;
        this.now = now;
    }

    /** The statement's number is its envelope's number. */
    void write(List<Accepted> accepted) throws SQLException {
        List<Long> ids = Query.on(connection, "select nextval('envelope_id') from generate_series(1, ?)")
                .with(accepted.size())
                .list(row -> row.getLong(1));
        envelopes(accepted, ids);
        statements(accepted, ids);
        new ReadingRows(connection, day).write(accepted, ids);
        new IntervalRows(connection, now).write(accepted, ids);
    }

    private void envelopes(List<Accepted> accepted, List<Long> ids) throws SQLException {
        Query.on(connection, ENVELOPES)
                .with(day)
                .array("bigint", ids.toArray())
                .array(
                        "timestamptz",
                        column(accepted, a -> utc(a.candidate().arrival().receivedAt())))
                .array("text", column(accepted, a -> a.candidate().arrival().door()))
                .array("text", column(accepted, a -> a.candidate().arrival().peer()))
                .array("bytea", bytes(accepted, a -> Digest.sha(
                                a.candidate().arrival().bytes())
                        .bytes()))
                .array("bytea", bytes(accepted, a -> a.candidate().arrival().bytes()))
                .update();
    }

    private void statements(List<Accepted> accepted, List<Long> ids) throws SQLException {
        Query.on(connection, STATEMENTS)
                .with(day)
                .array("bigint", ids.toArray())
                .array("bytea", bytes(accepted, a -> a.candidate().digest().bytes()))
                .array("bytea", bytes(accepted, a -> a.candidate().content().bytes()))
                .array("text", of(accepted, IntervalStatement::meterId))
                .array("text", column(accepted, Accepted::deviceId))
                .array("integer", of(accepted, IntervalStatement::epoch))
                .array("bigint", of(accepted, IntervalStatement::sequence))
                .array("timestamptz", of(accepted, s -> second(s.period().startEpochSecond())))
                .array("timestamptz", of(accepted, s -> second(s.period().endEpochSecond())))
                .array("integer", of(accepted, IntervalStatement::intervalSeconds))
                .array("bigint", of(accepted, s -> s.registerEndWh() - s.registerStartWh()))
                .array("text", of(accepted, s -> s.quality().name()))
                .array("text", of(accepted, s -> s.signatory().name()))
                .array("text", of(accepted, s -> s.origin().name()))
                .array("integer", of(accepted, IntervalStatement::readingCount))
                .array("bytea", bytes(accepted, a -> a.candidate().signed().encode()))
                .array("text", column(accepted, a -> FindingsJson.write(a.findings())))
                .array(
                        "timestamptz",
                        column(accepted, a -> utc(a.candidate().arrival().receivedAt())))
                .update();
    }

    private static Object[] of(List<Accepted> accepted, Function<IntervalStatement, Object> value) {
        return column(accepted, a -> value.apply(a.candidate().statement()));
    }

    private static Object[] column(List<Accepted> accepted, Function<Accepted, Object> value) {
        return accepted.stream().map(value).toArray();
    }

    private static byte[][] bytes(List<Accepted> accepted, Function<Accepted, byte[]> value) {
        List<byte[]> column = new ArrayList<>(accepted.size());
        accepted.forEach(a -> column.add(value.apply(a)));
        return column.toArray(byte[][]::new);
    }

    private static Object second(long epochSecond) {
        return utc(Instant.ofEpochSecond(epochSecond));
    }

    private static Object utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
