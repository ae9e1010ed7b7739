package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.port.DeviceStore;
import energy.registry.ingest.port.LedgerFeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link DeviceStore} on the schema {@code ingest}. */
public final class PostgresDeviceStore implements DeviceStore {
    private static final String FEED = "ledger";

    /** The record may name the key now. */
    private static final String WAKE = "update interval set due_at = ? where device_id = ? and status = 'HELD'"
            + " and superseded_at is null and reasons @> '[{\"code\":\"KEY_NOT_ON_LEDGER\"}]'";

    private final Database database;

    public PostgresDeviceStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Announced> all() {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        "select canonical, announced_seq, effective_from from device order by announced_seq, device_id")
                .list(row -> new Announced(
                        ProductionDevice.decode(row.getBytes(1)),
                        row.getLong(2),
                        Query.instant(row, "effective_from"),
                        null)));
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
    public void advance(LedgerFeed.Page page, Instant now) {
        database.inTransaction(connection -> {
            for (Announced announced : page.devices()) {
                insert(connection, announced, now);
                Query.on(connection, WAKE)
                        .with(now, announced.device().deviceId())
                        .update();
            }
            for (AnnouncedExchange exchange : page.exchanges()) {
                insert(connection, exchange, now);
            }
            return Query.on(
                            connection,
                            "insert into feed_position (feed, last_seq) values (?, ?)"
                                    + " on conflict (feed) do update set last_seq = greatest(feed_position.last_seq,"
                                    + " excluded.last_seq)")
                    .with(FEED, page.last())
                    .update();
        });
    }

    private static void insert(Connection connection, Announced announced, Instant now) throws SQLException {
        ProductionDevice device = announced.device();
        Query.on(
                        connection,
                        "insert into device (device_id, announced_seq, meter_id, owner, digest, canonical, announced_at,"
                                + " effective_from, announced) values (?, ?, ?, ?, ?, ?, ?,"
                                + " coalesce(?::timestamptz, (select d.effective_from from device d where d.device_id = ?"
                                + " order by d.announced_seq desc limit 1)), ?::jsonb)"
                                + " on conflict do nothing")
                .with(device.deviceId(), announced.seq(), device.meterId(), device.owner())
                .with(device.digest(), device.encode(), now)
                .with(announced.effectiveFrom(), device.deviceId(), announced.json())
                .update();
    }

    private static void insert(Connection connection, AnnouncedExchange exchange, Instant now) throws SQLException {
        Query.on(
                        connection,
                        "insert into announced_exchange (seq, meter_id, epoch, at, closing_register_wh,"
                                + " opening_register_wh, meter_serial, meter_maker, announced_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .with(exchange.seq(), exchange.meterId(), exchange.epoch(), exchange.at())
                .with(exchange.closingRegisterWh(), exchange.openingRegisterWh())
                .with(exchange.meterSerial(), exchange.meterMaker(), now)
                .update();
    }

    @Override
    public Optional<String> announcement(String deviceId) {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        "select announced from device where device_id = ? order by announced_seq desc limit 1")
                .with(deviceId)
                .first(row -> Optional.ofNullable(row.getString(1)))
                .flatMap(announced -> announced));
    }

    @Override
    public List<AnnouncedExchange> openExchanges(int max) {
        return database.inTransaction(connection -> Query.on(
                        connection, "select * from announced_exchange where applied_at is null order by seq limit ?")
                .with(max)
                .list(row -> new AnnouncedExchange(
                        row.getLong("seq"),
                        row.getString("meter_id"),
                        row.getInt("epoch"),
                        Query.instant(row, "at"),
                        row.getLong("closing_register_wh"),
                        row.getLong("opening_register_wh"),
                        row.getString("meter_serial"),
                        row.getString("meter_maker"))));
    }

    @Override
    public void settled(AnnouncedExchange exchange, String problem, Instant now) {
        database.inTransaction(connection -> Query.on(
                        connection, "update announced_exchange set applied_at = ?, problem = ? where seq = ?")
                .with(now, problem, exchange.seq())
                .update());
    }
}
