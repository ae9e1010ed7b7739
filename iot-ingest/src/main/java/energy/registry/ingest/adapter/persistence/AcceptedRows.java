package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.ingest.port.StatementStore.Accepted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes accepted statements column by column: envelope, statement, readings, intervals, in four commands. */
final class AcceptedRows {
    private static final String ENVELOPES =
            "insert into envelope (received_day, envelope_id, received_at, door, peer, sha256, bytes)"
                    + " select ?, p.id, to_timestamp(p.received / 1e6), p.door, p.peer, p.sha256, p.bytes"
                    + " from unnest(?, ?, ?, ?, ?, ?) p(id, received, door, peer, sha256, bytes)";

    private static final String STATEMENTS =
            "insert into statement (received_day, statement_id, digest, content, meter_id, device_id, epoch, sequence,"
                    + " start_at, end_at, interval_seconds, energy_wh, quality, signatory, origin, reading_count,"
                    + " signed, findings, received_at)"
                    + " select ?, p.id, p.digest, p.content, p.meter, p.device, p.epoch, p.sequence,"
                    + " to_timestamp(p.start), to_timestamp(p.end_second), p.seconds, p.energy, p.quality, p.signatory,"
                    + " p.origin, p.readings, p.signed, p.findings, to_timestamp(p.received / 1e6)"
                    + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb[], ?)"
                    + " p(id, digest, content, meter, device, epoch, sequence, start, end_second, seconds, energy,"
                    + " quality, signatory, origin, readings, signed, findings, received)";

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private final Connection connection;
    private final LocalDate day;
    private final Instant now;

    AcceptedRows(Connection connection, LocalDate day, Instant now) {
        this.connection = connection;
        this.day = day;
        this.now = now;
    }

    /** The statement's number is its envelope's number. */
    List<Long> write(List<Accepted> accepted) throws SQLException {
        List<Long> ids = Query.on(connection, "select nextval('envelope_id') from generate_series(1, ?)")
                .with(accepted.size())
                .list(row -> row.getLong(1));
        envelopes(accepted, ids);
        statements(accepted, ids);
        new ReadingRows(connection, day).write(accepted, ids);
        new IntervalRows(connection, now).write(accepted, ids);
        new FindingRows(connection, day, now).write(accepted, ids);
        return ids;
    }

    private void envelopes(List<Accepted> accepted, List<Long> ids) throws SQLException {
        Query.on(connection, ENVELOPES)
                .with(day)
                .longs(ids.stream().mapToLong(Long::longValue))
                .longs(accepted.stream().mapToLong(AcceptedRows::receivedMicros))
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
                .longs(ids.stream().mapToLong(Long::longValue))
                .array("bytea", bytes(accepted, a -> a.candidate().digest().bytes()))
                .array("bytea", bytes(accepted, a -> a.candidate().content().bytes()))
                .array("text", of(accepted, IntervalStatement::meterId))
                .array("text", column(accepted, Accepted::deviceId))
                .ints(each(accepted).mapToInt(IntervalStatement::epoch))
                .longs(each(accepted).mapToLong(IntervalStatement::sequence))
                .longs(each(accepted).mapToLong(s -> s.period().startEpochSecond()))
                .longs(each(accepted).mapToLong(s -> s.period().endEpochSecond()))
                .ints(each(accepted).mapToInt(IntervalStatement::intervalSeconds))
                .longs(each(accepted).mapToLong(s -> s.registerEndWh() - s.registerStartWh()))
                .array("text", of(accepted, s -> s.quality().name()))
                .array("text", of(accepted, s -> s.signatory().name()))
                .array("text", of(accepted, s -> s.origin().name()))
                .ints(each(accepted).mapToInt(IntervalStatement::readingCount))
                .array("bytea", bytes(accepted, a -> a.candidate().signed().encode()))
                .array("text", column(accepted, a -> FindingsJson.write(a.findings())))
                .longs(accepted.stream().mapToLong(AcceptedRows::receivedMicros))
                .update();
    }

    private static Stream<IntervalStatement> each(List<Accepted> accepted) {
        return accepted.stream().map(a -> a.candidate().statement());
    }

    private static long receivedMicros(Accepted accepted) {
        Instant received = accepted.candidate().arrival().receivedAt();
        return received.getEpochSecond() * MICROS_PER_SECOND + received.getNano() / NANOS_PER_MICRO;
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
}
