package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ingest.port.StatementStore.Accepted;
import energy.registry.ingest.statement.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Puts a statement in the place of another, which keeps everything it was and gets the moment of its end. */
final class CorrectionRows {
    private static final String STANDING = "select s.statement_id, s.digest, s.signed,"
            + " (select b.digest from statement b where b.meter_id = s.meter_id and b.epoch = s.epoch"
            + " and b.sequence = s.sequence and b.revision = 0 and s.revision > 0) as superseded_by"
            + " from statement s where s.digest = ?";

    private static final String LEAVE = "update statement s set superseded_at = ?, revision = (select max(o.revision)"
            + " from statement o where o.meter_id = s.meter_id and o.epoch = s.epoch and o.sequence = s.sequence) + 1"
            + " where s.statement_id = ?";

    /** What the ledger has taken stays taken, on the evidence of then. */
    private static final String CARRY = "update interval y set status = x.status, claim_id = x.claim_id,"
            + " finding = x.finding, min_wh = x.min_wh, max_wh = x.max_wh, reasons = x.reasons, due_at = null"
            + " from interval x join claim c using (claim_id)"
            + " where x.statement_id = ? and y.statement_id = ? and y.n = x.n and c.status = 'ISSUED'";

    private static final String REPLACE = "update over_issue set status = 'REPLACED', decided_at = ?"
            + " where status = 'PENDING' and device_id = ? and start_at >= ? and start_at < ?";

    /** Issued on the claim's own statement, less what is booked already, less what holds now. */
    private static final String OVER = "insert into over_issue (correction_id, device_id, meter_id, start_at, end_at,"
            + " claim_id, over_wh) select ?, o.device_id, ?, o.start_at, o.end_at, o.claim_id, o.over_wh from"
            + " (select y.device_id, y.start_at, y.end_at, y.claim_id, i.energy_wh - y.energy_wh"
            + " - coalesce((select sum(b.over_wh) from over_issue b where b.device_id = y.device_id"
            + " and b.start_at = y.start_at and b.status = 'BOOKED'), 0) as over_wh"
            + " from interval y join claim c using (claim_id)"
            + " join interval i on i.statement_id = c.statement_id and i.n = y.n"
            + " where y.statement_id = ? and y.status = 'ISSUED') o where o.over_wh > 0";

    private final Connection connection;
    private final LocalDate day;
    private final Instant now;

    CorrectionRows(Connection connection, LocalDate day, Instant now) {
        this.connection = connection;
        this.day = day;
        this.now = now;
    }

    /** Locks the intervals, so that none is judged or claimed meanwhile. */
    static Optional<Standing> standing(Connection connection, Digest digest) throws SQLException {
        Optional<Standing> found = Query.on(connection, STANDING)
                .with(digest)
                .first(row -> new Standing(
                        row.getLong("statement_id"),
                        digest,
                        IntervalStatement.decode(
                                SignedRecord.decode(row.getBytes("signed")).record()),
                        Query.digest(row, "superseded_by"),
                        false));
        if (found.isEmpty()) {
            return found;
        }
        Standing standing = found.get();
        boolean underWay = Query.on(connection, "select status from interval where statement_id = ? for update")
                .with(standing.id())
                .list(row -> row.getString(1))
                .stream()
                .anyMatch(status -> status.equals("READY") || status.equals("SUBMITTED"));
        return Optional.of(
                new Standing(standing.id(), digest, standing.statement(), standing.supersededBy(), underWay));
    }

    void write(Standing standing, Accepted by, String actor, String reason) throws SQLException {
        Query.on(connection, LEAVE).with(now, standing.id()).update();
        Query.on(connection, "update interval set superseded_at = ?, due_at = null where statement_id = ?")
                .with(now, standing.id())
                .update();
        long id = new AcceptedRows(connection, day, now).write(List.of(by)).get(0);
        Query.on(connection, CARRY).with(standing.id(), id).update();
        long correction = Query.on(
                        connection,
                        "insert into correction (statement_id, by_statement_id, actor, reason, corrected_at)"
                                + " values (?, ?, ?, ?, ?) returning correction_id")
                .with(standing.id(), id, actor, reason, now)
                .first(row -> row.getLong(1))
                .orElseThrow();
        IntervalStatement statement = standing.statement();
        Query.on(connection, REPLACE)
                .with(now, by.deviceId())
                .with(Instant.ofEpochSecond(statement.period().startEpochSecond()))
                .with(Instant.ofEpochSecond(statement.period().endEpochSecond()))
                .update();
        Query.on(connection, OVER).with(correction, statement.meterId(), id).update();
    }
}
