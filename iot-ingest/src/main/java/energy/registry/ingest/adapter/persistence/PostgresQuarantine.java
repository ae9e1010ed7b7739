package energy.registry.ingest.adapter.persistence;

import energy.registry.ingest.port.Quarantine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link Quarantine} on the schema {@code ingest}. */
public final class PostgresQuarantine implements Quarantine {
    private static final String COLUMNS =
            "select envelope_id, sha256, door, peer, rule, field, detail, meter_id, first_at, last_at, times"
                    + " from quarantine ";

    private final Database database;

    public PostgresQuarantine(Database database) {
        this.database = database;
    }

    @Override
    public List<Item> page(String meterId, Long before, int limit) {
        return database.inTransaction(connection -> read(
                connection,
                Query.on(
                                connection,
                                COLUMNS + "where (?::text is null or meter_id = ?) and envelope_id < coalesce(?, "
                                        + Long.MAX_VALUE + ") order by envelope_id desc limit ?")
                        .with(meterId, meterId, before, limit)));
    }

    @Override
    public Optional<Item> byId(long id) {
        return database.inTransaction(connection ->
                read(
                                connection,
                                Query.on(connection, COLUMNS + "where envelope_id = ?")
                                        .with(id))
                        .stream()
                        .findFirst());
    }

    private static List<Item> read(Connection connection, Query query) throws SQLException {
        List<Item> plain = query.list(row -> new Item(
                row.getLong("envelope_id"),
                Query.digest(row, "sha256"),
                row.getString("door"),
                row.getString("peer"),
                row.getString("rule"),
                row.getString("field"),
                row.getString("detail"),
                row.getString("meter_id"),
                Query.instant(row, "first_at"),
                Query.instant(row, "last_at"),
                row.getLong("times"),
                List.of()));
        List<Item> items = new ArrayList<>();
        for (Item item : plain) {
            items.add(new Item(
                    item.id(),
                    item.sha256(),
                    item.door(),
                    item.peer(),
                    item.rule(),
                    item.field(),
                    item.detail(),
                    item.meterId(),
                    item.receivedAt(),
                    item.lastAt(),
                    item.times(),
                    attempts(connection, item.id())));
        }
        return items;
    }

    private static List<Attempt> attempts(Connection connection, long id) throws SQLException {
        return Query.on(connection, "select * from redrive where envelope_id = ? order by redrive_id")
                .with(id)
                .list(row -> new Attempt(
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getString("outcome"),
                        Query.instant(row, "at")));
    }

    @Override
    public byte[] bytes(long id) {
        return database.inTransaction(
                connection -> Query.on(connection, "select bytes from quarantine where envelope_id = ?")
                        .with(id)
                        .first(row -> row.getBytes(1))
                        .orElseThrow());
    }

    @Override
    public void drivenAgain(long id, String actor, String reason, String outcome, Instant now) {
        database.inTransaction(connection -> Query.on(
                        connection,
                        "insert into redrive (envelope_id, actor, reason, outcome, at) values (?, ?, ?, ?, ?)")
                .with(id, actor, reason, outcome, now)
                .update());
    }
}
