package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.port.StatementStore.StoredHistory;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Candidate;
import energy.registry.ingest.statement.Known;
import energy.registry.ingest.statement.Position;
import energy.registry.ingest.statement.SequenceKey;
import energy.registry.ingest.statement.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One transaction on what meters said. */
final class StatementUnit implements StatementStore.Unit {
    private final Connection connection;
    private final LocalDate day;
    private final Instant now;
    private final QuarantineRoom room;

    StatementUnit(Connection connection, LocalDate day, Instant now, QuarantineRoom room) {
        this.room = room;
        this.connection = connection;
        this.day = day;
        this.now = now;
    }

    /** Locks in the order of the ids, so that two services on one database cannot block each other. */
    @Override
    public Map<String, Position> lock(Set<String> meterIds) {
        return sql(() -> {
            Object[] sorted = meterIds.stream().sorted().toArray();
            Query.on(
                            connection,
                            "insert into meter (meter_id, previous)"
                                    + " select id, ? from unnest(?) id where not exists"
                                    + " (select 1 from meter m where m.meter_id = id) on conflict do nothing")
                    .with(Digest.ZERO)
                    .array("text", sorted)
                    .update();
            Map<String, Position> positions = new HashMap<>();
            Query.on(connection, "select * from meter where meter_id = any(?) order by meter_id for update")
                    .array("text", sorted)
                    .list(Positions::read)
                    .forEach(position -> positions.put(position.meterId(), position));
            return positions;
        });
    }

    @Override
    public Map<SequenceKey, Known> known(Set<SequenceKey> places) {
        return sql(() -> {
            Map<SequenceKey, Known> known = new HashMap<>();
            known(known, "s.revision from statement s", places);
            known(known, "0 from early s", places);
            return known;
        });
    }

    /** One place may hold one statement, and those that it superseded. */
    private void known(Map<SequenceKey, Known> known, String from, Set<SequenceKey> places) throws SQLException {
        placed("select s.meter_id, s.epoch, s.sequence, s.digest, s.content, " + from, places, "")
                .list(row -> known.merge(
                        new SequenceKey(row.getString(1), row.getInt(2), row.getLong(3)),
                        known(Digest.of(row.getBytes(4)), Digest.of(row.getBytes(5)), row.getInt(6)),
                        StatementUnit::together));
    }

    private static Known known(Digest digest, Digest content, int revision) {
        return revision == 0 ? new Known(digest, content) : new Known(null, null, Set.of(content));
    }

    private static Known together(Known one, Known other) {
        Known current = one.digest() == null ? other : one;
        Set<Digest> superseded = new HashSet<>(one.superseded());
        superseded.addAll(other.superseded());
        return new Known(current.digest(), current.content(), superseded);
    }

    private Query placed(String before, Collection<SequenceKey> places, String after) throws SQLException {
        return Query.on(
                        connection,
                        before + " join unnest(?, ?, ?) p(meter_id, epoch, sequence)"
                                + " on s.meter_id = p.meter_id and s.epoch = p.epoch and s.sequence = p.sequence"
                                + after)
                .array("text", places.stream().map(SequenceKey::meterId).toArray())
                .array("integer", places.stream().map(SequenceKey::epoch).toArray())
                .array("bigint", places.stream().map(SequenceKey::sequence).toArray());
    }

    @Override
    public Map<SequenceKey, Arrival> early(Set<String> meterIds) {
        return sql(() -> {
            Map<SequenceKey, Arrival> early = new HashMap<>();
            Query.on(connection, "select * from early where meter_id = any(?)")
                    .array("text", meterIds.toArray())
                    .list(row -> early.put(
                            new SequenceKey(row.getString("meter_id"), row.getInt("epoch"), row.getLong("sequence")),
                            new Arrival(
                                    row.getBytes("bytes"),
                                    row.getString("door"),
                                    row.getString("peer"),
                                    row.getString("meter_id"),
                                    Query.instant(row, "received_at"))));
            return early;
        });
    }

    @Override
    public void accept(List<StatementStore.Accepted> statements) {
        if (!statements.isEmpty()) {
            run(() -> new AcceptedRows(connection, day, now).write(statements));
        }
    }

    @Override
    public void park(List<Candidate> statements) {
        run(() -> {
            for (Candidate candidate : statements) {
                SequenceKey place = SequenceKey.of(candidate);
                Arrival arrival = candidate.arrival();
                Query.on(connection, "insert into early values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .with(place.meterId(), place.epoch(), place.sequence())
                        .with(candidate.digest(), candidate.content(), arrival.door(), arrival.peer())
                        .with(arrival.bytes(), arrival.receivedAt())
                        .update();
            }
        });
    }

    @Override
    public void unpark(List<SequenceKey> places) {
        if (!places.isEmpty()) {
            run(() -> placed("delete from early where ctid in (select s.ctid from early s", places, ")")
                    .update());
        }
    }

    @Override
    public void quarantine(List<StatementStore.Refused> messages) {
        if (!messages.isEmpty()) {
            run(() -> new RefusedRows(connection, now, room).write(messages));
        }
    }

    @Override
    public void save(Collection<Position> positions) {
        if (!positions.isEmpty()) {
            run(() -> new PositionRows(connection, now).write(List.copyOf(positions)));
        }
    }

    @Override
    public Map<String, StoredHistory> histories(Set<String> meterIds) {
        return sql(() -> {
            Map<String, StoredHistory> histories = new HashMap<>();
            Query.on(connection, "select meter_id, through, state from meter_history where meter_id = any(?)")
                    .array("text", meterIds.toArray())
                    .list(row -> histories.put(
                            row.getString(1),
                            new StoredHistory(row.getString(1), Digest.of(row.getBytes(2)), row.getBytes(3))));
            return histories;
        });
    }

    @Override
    public void saveHistories(Collection<StoredHistory> histories) {
        if (!histories.isEmpty()) {
            run(() -> Query.on(
                            connection,
                            "insert into meter_history (meter_id, through, state) select * from unnest(?, ?, ?)"
                                    + " on conflict (meter_id) do update set through = excluded.through,"
                                    + " state = excluded.state")
                    .array(
                            "text",
                            histories.stream().map(StoredHistory::meterId).toArray())
                    .array(
                            "bytea",
                            histories.stream().map(h -> h.through().bytes()).toArray(byte[][]::new))
                    .array("bytea", histories.stream().map(StoredHistory::state).toArray(byte[][]::new))
                    .update());
        }
    }

    @Override
    public Optional<Standing> standing(Digest digest) {
        return sql(() -> CorrectionRows.standing(connection, digest));
    }

    @Override
    public void supersede(Standing standing, StatementStore.Accepted by, String actor, String reason) {
        run(() -> new CorrectionRows(connection, day, now).write(standing, by, actor, reason));
    }

    @Override
    public void record(StatementStore.Exchange exchange, int epoch) {
        run(() -> Query.on(
                        connection,
                        "insert into meter_exchange (meter_id, epoch, at, closing_register_wh, opening_register_wh,"
                                + " meter_serial, meter_maker, actor, reason, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(exchange.meterId(), epoch, exchange.at())
                .with(exchange.closingRegisterWh(), exchange.openingRegisterWh())
                .with(exchange.meterSerial(), exchange.meterMaker(), exchange.actor(), exchange.reason(), now)
                .update());
    }

    @Override
    public Optional<StatementStore.Exchange> lastExchange(String meterId) {
        return sql(() -> Query.on(
                        connection, "select * from meter_exchange where meter_id = ? order by epoch desc limit 1")
                .with(meterId)
                .first(row -> new StatementStore.Exchange(
                        row.getString("meter_id"),
                        Query.instant(row, "at"),
                        row.getLong("closing_register_wh"),
                        row.getLong("opening_register_wh"),
                        row.getString("meter_serial"),
                        row.getString("meter_maker"),
                        row.getString("actor"),
                        row.getString("reason"))));
    }

    private static <T> T sql(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static void run(Writing writing) {
        try {
            writing.write();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private interface Writing {
        void write() throws SQLException;
    }
}
