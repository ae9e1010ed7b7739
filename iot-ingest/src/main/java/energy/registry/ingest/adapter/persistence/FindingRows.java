package energy.registry.ingest.adapter.persistence;

import energy.registry.ingest.port.Reports;
import energy.registry.ingest.port.StatementStore.Accepted;
import energy.registry.ingest.statement.Finding;
import energy.registry.ingest.statement.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads what the rules noticed. */
final class FindingRows {
    private static final String INSERT =
            "insert into finding (noticed_day, statement_id, device_id, rule, version, outcome, from_at,"
                    + " to_at, observed, allowed, sentence, noticed_at)"
                    + " select cast(? as date), p.*, cast(? as timestamptz) from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) p";

    /** Nothing is noticed before it was: days before the interval's own are not looked into. */
    private static final String AGAINST = "select * from finding where device_id = ? and outcome <> 'FLAG'"
            + " and to_at > ? and from_at < ? and noticed_day >= ? order by finding_id limit ?";

    /** Reasons against one interval: more say nothing new. */
    private static final int AGAINST_MAX = 16;

    private final Connection connection;
    private final LocalDate day;
    private final Instant now;
    private final List<Object[]> rows = new ArrayList<>();

    FindingRows(Connection connection, LocalDate day, Instant now) {
        this.day = day;
        this.connection = connection;
        this.now = now;
    }

    void write(List<Accepted> accepted, List<Long> ids) throws SQLException {
        for (int i = 0; i < ids.size(); i++) {
            for (Finding finding : accepted.get(i).findings()) {
                rows.add(row(ids.get(i), accepted.get(i).deviceId(), finding));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        String[] types = {
            "bigint", "text", "text", "integer", "text", "timestamptz", "timestamptz", "text", "text", "text"
        };
        Query insert = Query.on(connection, INSERT).with(day, now);
        for (int column = 0; column < types.length; column++) {
            int index = column;
            insert.array(types[column], rows.stream().map(row -> row[index]).toArray());
        }
        insert.update();
    }

    private static Object[] row(long statementId, String deviceId, Finding finding) {
        return new Object[] {
            statementId,
            deviceId,
            finding.rule(),
            finding.version(),
            finding.outcome().name(),
            finding.from().atOffset(ZoneOffset.UTC),
            finding.to().atOffset(ZoneOffset.UTC),
            finding.observed(),
            finding.limit(),
            finding.text()
        };
    }

    /** What speaks against a time of a device. */
    static List<Finding> against(Connection connection, String deviceId, Instant from, Instant to) throws SQLException {
        return Query.on(connection, AGAINST)
                .with(
                        deviceId,
                        from,
                        to,
                        LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1),
                        AGAINST_MAX)
                .list(FindingRows::read);
    }

    static Reports.KeptFinding kept(ResultSet row) throws SQLException {
        return new Reports.KeptFinding(
                row.getLong("finding_id"),
                row.getString("device_id"),
                Query.digest(row, "digest"),
                Query.instant(row, "noticed_at"),
                read(row));
    }

    private static Finding read(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("rule"),
                row.getInt("version"),
                Outcome.valueOf(row.getString("outcome")),
                Query.instant(row, "from_at"),
                Query.instant(row, "to_at"),
                row.getString("observed"),
                row.getString("allowed"),
                row.getString("sentence"));
    }
}
