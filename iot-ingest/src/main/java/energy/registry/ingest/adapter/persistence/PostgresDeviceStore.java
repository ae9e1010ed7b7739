package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.port.DeviceStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** {@link DeviceStore} on the schema {@code ingest}. */
public final class PostgresDeviceStore implements DeviceStore {
    private static final String FEED = "ledger";

    private final Database database;

    public PostgresDeviceStore(Database database) {
        this.database = database;
    }

    @Override
    public List<ProductionDevice> all() {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        "select distinct on (device_id) canonical from device order by device_id, announced_seq desc")
                .list(row -> ProductionDevice.decode(row.getBytes(1))));
    }

    @Override
    public long feedPosition() {
        return database.inTransaction(
                connection -> Query.on(connection, "select last_seq from feed_position where feed = ?")
                        .with(FEED)
                        .first(row -> row.getLong(1))
                        .orElse(0L));
    }

    @Override
    public void advance(List<Announced> devices, long position, Instant now) {
        database.inTransaction(connection -> {
            for (Announced announced : devices) {
                insert(connection, announced, now);
            }
            return Query.on(
                            connection,
                            "insert into feed_position (feed, last_seq) values (?, ?)"
                                    + " on conflict (feed) do update set last_seq = excluded.last_seq")
                    .with(FEED, position)
                    .update();
        });
    }

    private static void insert(Connection connection, Announced announced, Instant now) throws SQLException {
        ProductionDevice device = announced.device();
        Query.on(
                        connection,
                        "insert into device (device_id, announced_seq, meter_id, owner, digest, canonical, announced_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .with(device.deviceId(), announced.seq(), device.meterId(), device.owner())
                .with(device.digest(), device.encode(), now)
                .update();
    }
}
