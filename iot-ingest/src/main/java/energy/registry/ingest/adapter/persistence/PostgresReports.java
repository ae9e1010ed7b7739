package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.port.Reports;
import energy.registry.ingest.port.StatementReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link Reports} from the schema {@code ingest}. */
public final class PostgresReports implements Reports {
    private static final String SELECT = "select s.*, extract(epoch from s.start_at)::bigint as start_second,"
            + " b.digest as superseded_by, o.digest as supersedes, k.actor as corrected_by, k.reason as correction_reason"
            + " from statement s left join correction e on e.statement_id = s.statement_id"
            + " left join statement b on b.statement_id = e.by_statement_id"
            + " left join correction k on k.by_statement_id = s.statement_id"
            + " left join statement o on o.statement_id = k.statement_id";

    private final Database database;

    public PostgresReports(Database database) {
        this.database = database;
    }

    @Override
    public Page<StatementReport> statements(StatementFilter filter, String after, int limit) {
        StatementPlace place = StatementPlace.after(after, StatementPlace.NEWEST);
        return database.inTransaction(connection -> {
            List<StatementRow> rows = Query.on(
                            connection,
                            SELECT + " where (s.start_at, s.statement_id) < (to_timestamp(?), ?)"
                                    + " and s.device_id = coalesce(cast(? as text), s.device_id)"
                                    + " and s.start_at >= coalesce(cast(? as timestamptz), '-infinity')"
                                    + " and s.start_at < coalesce(cast(? as timestamptz), 'infinity')"
                                    + " and s.received_at <= coalesce(cast(? as timestamptz), 'infinity')"
                                    + " and coalesce(s.superseded_at, 'infinity')"
                                    + " > coalesce(cast(? as timestamptz), now())"
                                    + " order by s.start_at desc, s.statement_id desc limit ?")
                    .with(place.startSecond(), place.statementId())
                    .with(filter.deviceId(), filter.from(), filter.to())
                    .with(filter.asKnownAt(), filter.asKnownAt(), limit + 1)
                    .list(StatementRow::read);
            List<StatementRow> shown = rows.subList(0, Math.min(limit, rows.size()));
            String next = rows.size() > limit ? shown.get(limit - 1).place() : null;
            return new Page<>(reports(connection, shown), next);
        });
    }

    private static List<StatementReport> reports(Connection connection, List<StatementRow> rows) throws SQLException {
        IntervalReports intervals = IntervalReports.of(
                connection, rows.stream().map(StatementRow::statementId).toList());
        List<StatementReport> reports = new ArrayList<>();
        for (StatementRow row : rows) {
            reports.add(row.report(intervals.of(row.statementId())));
        }
        return reports;
    }

    @Override
    public Optional<StatementReport> statement(Digest digest) {
        return database.inTransaction(connection -> {
            List<StatementRow> rows = Query.on(connection, SELECT + " where s.digest = ?")
                    .with(digest)
                    .list(StatementRow::read);
            return reports(connection, rows).stream().findFirst();
        });
    }

    @Override
    public Page<StatementReport> held(String after, int limit) {
        StatementPlace place = StatementPlace.after(after, StatementPlace.OLDEST);
        return database.inTransaction(connection -> {
            List<StatementPlace> places = Query.on(
                            connection,
                            "select statement_id, n from interval where status = 'HELD' and superseded_at is null"
                                    + " and (statement_id, n) > (?, ?) order by statement_id, n limit ?")
                    .with(place.startSecond(), place.statementId(), limit + 1)
                    .list(row -> new StatementPlace(row.getLong(1), row.getLong(2)));
            List<StatementPlace> shown = places.subList(0, Math.min(limit, places.size()));
            String next = places.size() > limit ? shown.get(limit - 1).toString() : null;
            return new Page<>(heldReports(connection, shown), next);
        });
    }

    /** Here a place is a statement's number and the interval's index. */
    private static List<StatementReport> heldReports(Connection connection, List<StatementPlace> places)
            throws SQLException {
        List<Long> ids =
                places.stream().map(StatementPlace::startSecond).distinct().toList();
        List<StatementRow> rows = Query.on(connection, SELECT + " where s.statement_id = any(?)")
                .array("bigint", ids.toArray())
                .list(StatementRow::read);
        IntervalReports intervals = IntervalReports.of(connection, ids);
        List<StatementReport> reports = new ArrayList<>();
        for (StatementPlace place : places) {
            StatementRow row = rows.stream()
                    .filter(each -> each.statementId() == place.startSecond())
                    .findFirst()
                    .orElseThrow();
            reports.add(row.report(intervals.of(row.statementId()).stream()
                    .filter(interval -> interval.interval() == place.statementId())
                    .toList()));
        }
        return reports;
    }

    @Override
    public Page<KeptFinding> findings(FindingFilter filter, String after, int limit) {
        long before = after == null ? Long.MAX_VALUE : number(after);
        return database.inTransaction(connection -> {
            List<KeptFinding> found = Query.on(
                            connection,
                            "select f.*, s.digest from finding f join statement s using (statement_id)"
                                    + " where f.finding_id < ?"
                                    + " and f.device_id = coalesce(cast(? as text), f.device_id)"
                                    + " and f.outcome = coalesce(cast(? as text), f.outcome)"
                                    + " and f.to_at > coalesce(cast(? as timestamptz), '-infinity')"
                                    + " and f.from_at < coalesce(cast(? as timestamptz), 'infinity')"
                                    + " order by f.finding_id desc limit ?")
                    .with(before, filter.deviceId())
                    .with(filter.outcome() == null ? null : filter.outcome().name())
                    .with(filter.from(), filter.to(), limit + 1)
                    .list(FindingRows::kept);
            List<KeptFinding> shown = found.subList(0, Math.min(limit, found.size()));
            String next =
                    found.size() > limit ? Long.toString(shown.get(limit - 1).findingId()) : null;
            return new Page<>(shown, next);
        });
    }

    private static long number(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("after: '" + after + "' is no place; take it from next", e);
        }
    }

    @Override
    public Optional<Evidence> evidence(Digest claimId) {
        return database.inTransaction(connection -> EvidenceRows.of(connection, claimId));
    }
}
