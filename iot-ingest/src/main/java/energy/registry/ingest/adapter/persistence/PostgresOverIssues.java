package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.port.OverIssues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link OverIssues} on the schema {@code ingest}. */
public final class PostgresOverIssues implements OverIssues {
    private static final String SELECT = "select o.*, c.certificate_id, k.actor, k.reason, k.corrected_at, s.digest"
            + " from over_issue o join claim c using (claim_id) join correction k using (correction_id)"
            + " join statement s on s.statement_id = k.by_statement_id";

    private final Database database;

    public PostgresOverIssues(Database database) {
        this.database = database;
    }

    @Override
    public List<OverIssue> page(String deviceId, Status status, Long before, int limit) {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        SELECT + " where o.over_issue_id < coalesce(cast(? as bigint), 9223372036854775807)"
                                + " and o.device_id = coalesce(cast(? as text), o.device_id)"
                                + " and o.status = coalesce(cast(? as text), o.status)"
                                + " order by o.over_issue_id desc limit ?")
                .with(before, deviceId, status == null ? null : status.name(), limit)
                .list(PostgresOverIssues::read));
    }

    @Override
    public Optional<OverIssue> byId(long id) {
        return database.inTransaction(connection -> Query.on(connection, SELECT + " where o.over_issue_id = ?")
                .with(id)
                .first(PostgresOverIssues::read));
    }

    @Override
    public boolean decide(long id, Status status, String actor, String reason, String txId, Instant now) {
        return database.inTransaction(connection -> Query.on(
                                connection,
                                "update over_issue set status = ?, decided_by = ?, decided_reason = ?, tx_id = ?,"
                                        + " decided_at = ? where over_issue_id = ? and status = 'PENDING'")
                        .with(status.name(), actor, reason, txId, now, id)
                        .update()
                == 1);
    }

    private static OverIssue read(ResultSet row) throws SQLException {
        return new OverIssue(
                row.getLong("over_issue_id"),
                row.getString("device_id"),
                row.getString("meter_id"),
                Query.instant(row, "start_at"),
                Query.instant(row, "end_at"),
                Query.digest(row, "claim_id"),
                row.getString("certificate_id"),
                Digest.of(row.getBytes("digest")),
                row.getLong("over_wh"),
                Status.valueOf(row.getString("status")),
                row.getString("actor"),
                row.getString("reason"),
                Query.instant(row, "corrected_at"),
                row.getString("decided_by"),
                row.getString("decided_reason"),
                Query.instant(row, "decided_at"),
                row.getString("tx_id"));
    }
}
