package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.ingest.port.StatementStore.Accepted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** Writes the intervals of accepted statements, each with the time at which it is looked at next. */
final class IntervalRows {
    /** An interval without a camera is due at once; one with verdicts already there, too; another when its grace ends. */
    private static final String SQL =
            "insert into interval (statement_id, n, device_id, start_at, end_at, energy_wh, status, grace_until, due_at)"
                    + " select p.statement_id, p.n, p.device_id, p.start_at, p.end_at, p.energy_wh,"
                    + " 'WAITING_FOR_VERDICT', p.grace_until,"
                    + " case when p.camera = 1 and not exists (select 1 from verdict v where v.device_id = p.device_id"
                    + " and v.start_at >= p.start_at and v.end_at <= p.end_at) then p.grace_until"
                    + " else cast(? as timestamptz) end"
                    + " from (select u.statement_id, u.n::integer, u.device_id, to_timestamp(u.start_at) as start_at,"
                    + " to_timestamp(u.end_at) as end_at, u.energy_wh, to_timestamp(u.grace / 1e3) as grace_until,"
                    + " u.camera from unnest(?, ?, ?, ?, ?, ?, ?, ?)"
                    + " u(statement_id, n, device_id, start_at, end_at, energy_wh, grace, camera)) p";

    private final Connection connection;
    private final Instant now;
    private final List<Row> rows = new ArrayList<>();

    private record Row(
            long id, long n, String deviceId, long start, long end, long energyWh, long graceMillis, long camera) {}

    IntervalRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    void write(List<Accepted> accepted, List<Long> ids) throws SQLException {
        for (int i = 0; i < ids.size(); i++) {
            add(accepted.get(i), ids.get(i));
        }
        Query.on(connection, SQL)
                .with(now)
                .longs(column(Row::id))
                .longs(column(Row::n))
                .array("text", rows.stream().map(Row::deviceId).toArray())
                .longs(column(Row::start))
                .longs(column(Row::end))
                .longs(column(Row::energyWh))
                .longs(column(Row::graceMillis))
                .longs(column(Row::camera))
                .update();
    }

    private void add(Accepted accepted, long id) {
        IntervalStatement statement = accepted.candidate().statement();
        for (int n = 0; n < statement.intervalCount(); n++) {
            rows.add(new Row(
                    id,
                    n,
                    accepted.deviceId(),
                    statement.period(n).startEpochSecond(),
                    statement.period(n).endEpochSecond(),
                    statement.energy(n).toLong(),
                    accepted.graceUntil().toEpochMilli(),
                    accepted.waitsForCamera() ? 1 : 0));
        }
    }

    private LongStream column(ToLongFunction<Row> value) {
        return rows.stream().mapToLong(value);
    }
}
