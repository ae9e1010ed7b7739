package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ingest.port.StatementReport;
import energy.registry.ingest.port.StatementReport.IntervalReport;
import energy.registry.ingest.statement.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A row of table {@code statement}. */
record StatementRow(
        long statementId,
        Digest digest,
        String deviceId,
        IntervalStatement statement,
        Instant receivedAt,
        List<Finding> findings,
        StatementReport.Revision revision) {

    static StatementRow read(ResultSet row) throws SQLException {
        return new StatementRow(
                row.getLong("statement_id"),
                Digest.of(row.getBytes("digest")),
                row.getString("device_id"),
                IntervalStatement.decode(
                        SignedRecord.decode(row.getBytes("signed")).record()),
                Query.instant(row, "received_at"),
                FindingsJson.read(row.getString("findings")),
                revision(row));
    }

    /** Null for one that corrects nothing and was never corrected. */
    private static StatementReport.Revision revision(ResultSet row) throws SQLException {
        StatementReport.Revision revision = new StatementReport.Revision(
                Query.digest(row, "supersedes"),
                row.getString("corrected_by"),
                row.getString("correction_reason"),
                Query.digest(row, "superseded_by"),
                Query.instant(row, "superseded_at"));
        return revision.supersedes() == null && revision.supersededBy() == null ? null : revision;
    }

    String place() {
        return new StatementPlace(statement.period().startEpochSecond(), statementId).toString();
    }

    StatementReport report(List<IntervalReport> intervals) {
        return new StatementReport(
                digest,
                deviceId,
                statement.meterId(),
                statement.epoch(),
                statement.sequence(),
                Instant.ofEpochSecond(statement.period().startEpochSecond()),
                Instant.ofEpochSecond(statement.period().endEpochSecond()),
                statement.intervalSeconds(),
                statement.registerEndWh() - statement.registerStartWh(),
                statement.registerStartWh(),
                statement.registerEndWh(),
                statement.quality().name(),
                statement.signatory().name(),
                statement.origin().name(),
                statement.readingCount(),
                receivedAt,
                revision,
                findings,
                intervals);
    }
}
