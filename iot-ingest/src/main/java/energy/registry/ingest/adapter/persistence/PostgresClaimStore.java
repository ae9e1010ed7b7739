package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ingest.claim.Reason;
import energy.registry.ingest.port.ClaimStore;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@link ClaimStore} on the schema {@code ingest}. */
public final class PostgresClaimStore implements ClaimStore {
    /** The earliest open claim of each device, if its time has come. */
    private static final String TAKE = "update claim set status = 'SUBMITTED', attempts = attempts + 1, next_at = ?"
            + " where claim_id in (select c.claim_id from claim c where c.status in ('READY', 'SUBMITTED')"
            + " and c.next_at <= ? and not exists (select 1 from claim e where e.device_id = c.device_id"
            + " and e.status in ('READY', 'SUBMITTED') and e.start_at < c.start_at)"
            + " order by c.next_at limit ? for update skip locked)"
            + " returning signed, verdicts, attempts, claim_id";

    private final Database database;

    public PostgresClaimStore(Database database) {
        this.database = database;
    }

    @Override
    public int judgeDue(Instant now, int statementsMax, long windowSeconds, Function<Due, Judged> judge) {
        return database.inTransaction(connection -> {
            JudgementRows rows = new JudgementRows(connection, now);
            List<JudgementRows.DueRow> due = rows.lockDue(statementsMax, windowSeconds);
            rows.judge(due, judge);
            return due.size();
        });
    }

    @Override
    public Optional<String> decide(Decision decision, Instant now, Function<Due, Judged> judge) {
        return database.inTransaction(connection -> new DecisionRows(connection, now).decide(decision, judge));
    }

    @Override
    public List<Outgoing> takeDue(Instant now, Instant leaseUntil, int max) {
        return database.inTransaction(connection -> {
            List<Digest> ids = new ArrayList<>();
            List<Outgoing> taken = Query.on(connection, TAKE)
                    .with(leaseUntil, now, max)
                    .list(row -> {
                        ids.add(Digest.of(row.getBytes("claim_id")));
                        return outgoing(row);
                    });
            for (Digest id : ids) {
                intervals(connection, id, "SUBMITTED");
            }
            return taken;
        });
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        return new Outgoing(
                SignedClaim.decode(row.getBytes("signed")), records(row.getArray("verdicts")), row.getInt("attempts"));
    }

    static List<SignedRecord> records(Array column) throws SQLException {
        List<SignedRecord> records = new ArrayList<>();
        for (Object each : (Object[]) column.getArray()) {
            records.add(SignedRecord.decode((byte[]) each));
        }
        return records;
    }

    @Override
    public void countersigned(Digest claimId, SignedClaim claim) {
        database.inTransaction(connection -> Query.on(connection, "update claim set signed = ? where claim_id = ?")
                .with(claim.encode(), claimId)
                .update());
    }

    @Override
    public void issued(Digest claimId, String certificateId, String txId, Instant now) {
        database.inTransaction(connection -> {
            Query.on(
                            connection,
                            "update claim set status = 'ISSUED', certificate_id = ?, tx_id = ?, decided_at = ?,"
                                    + " rule = null, detail = null where claim_id = ?")
                    .with(certificateId, txId, now, claimId)
                    .update();
            // Intervals without energy moved the ledger's cursor; there is nothing to hold of them.
            return Query.on(
                            connection,
                            "update interval set status = case when energy_wh = 0 then 'NOTHING_TO_ISSUE'"
                                    + " else 'ISSUED' end where claim_id = ?")
                    .with(claimId)
                    .update();
        });
    }

    @Override
    public void refused(Digest claimId, String rule, String detail, Instant now) {
        database.inTransaction(connection -> {
            Query.on(
                            connection,
                            "update claim set status = 'REFUSED', rule = ?, detail = ?, decided_at = ?"
                                    + " where claim_id = ?")
                    .with(rule, detail, now, claimId)
                    .update();
            return intervals(connection, claimId, "REFUSED");
        });
    }

    @Override
    public void held(Digest claimId, Reason reason, Instant now) {
        heldUntil(claimId, reason, null, now);
    }

    @Override
    public void heldUntil(Digest claimId, Reason reason, Instant again, Instant now) {
        database.inTransaction(connection -> {
            Query.on(
                            connection,
                            "update claim set status = 'HELD', rule = ?, detail = ?, decided_at = ? where claim_id = ?")
                    .with(reason.code(), reason.text(), now, claimId)
                    .update();
            return Query.on(
                            connection,
                            "update interval set status = 'HELD', claim_id = null, reasons = reasons || ?::jsonb,"
                                    + " due_at = ?::timestamptz where claim_id = ?")
                    .with(ReasonsJson.write(List.of(reason)), again, claimId)
                    .update();
        });
    }

    @Override
    public void retry(Digest claimId, String problem, Instant nextAt) {
        database.inTransaction(
                connection -> Query.on(connection, "update claim set next_at = ?, detail = ? where claim_id = ?")
                        .with(nextAt, problem, claimId)
                        .update());
    }

    private static int intervals(java.sql.Connection connection, Digest claimId, String status) throws SQLException {
        return Query.on(connection, "update interval set status = ? where claim_id = ?")
                .with(status, claimId)
                .update();
    }
}
