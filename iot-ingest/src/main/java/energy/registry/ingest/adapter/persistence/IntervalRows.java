package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.ingest.port.StatementStore.Accepted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes the intervals of accepted statements, each with the time at which it is looked at next. */
final class IntervalRows {
    /** An interval without a camera is due at once; one with verdicts already there, too; another when its grace ends. */
    private static final String SQL =
            "insert into interval (statement_id, n, device_id, start_at, end_at, energy_wh, status, grace_until, due_at)"
                    + " select p.statement_id, p.n, p.device_id, p.start_at, p.end_at, p.energy_wh,"
                    + " case when p.energy_wh = 0 then 'NOTHING_TO_ISSUE' else 'WAITING_FOR_VERDICT' end,"
                    + " p.grace_until,"
                    + " case when p.energy_wh = 0 then null"
                    + " when p.camera and not exists (select 1 from verdict v where v.device_id = p.device_id"
                    + " and v.start_at >= p.start_at and v.end_at <= p.end_at) then p.grace_until"
                    + " else cast(? as timestamptz) end"
                    + " from unnest(?, ?, ?, ?, ?, ?, ?, ?)"
                    + " p(statement_id, n, device_id, start_at, end_at, energy_wh, grace_until, camera)";

    private final Connection connection;
    private final Instant now;
    private final List<Object[]> rows = new ArrayList<>();

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
                .array("bigint", column(0))
                .array("integer", column(1))
                .array("text", column(2))
                .array("timestamptz", column(3))
                .array("timestamptz", column(4))
                .array("bigint", column(5))
                .array("timestamptz", column(6))
                .array("boolean", column(7))
                .update();
    }

    private void add(Accepted accepted, long id) {
        IntervalStatement statement = accepted.candidate().statement();
        for (int n = 0; n < statement.intervalCount(); n++) {
            rows.add(new Object[] {
                id,
                n,
                accepted.deviceId(),
                utc(statement.period(n).startEpochSecond()),
                utc(statement.period(n).endEpochSecond()),
                statement.energy(n).toLong(),
                accepted.graceUntil().atOffset(ZoneOffset.UTC),
                accepted.waitsForCamera()
            });
        }
    }

    private Object[] column(int index) {
        return rows.stream().map(row -> row[index]).toArray();
    }

    private static OffsetDateTime utc(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.UTC);
    }
}
