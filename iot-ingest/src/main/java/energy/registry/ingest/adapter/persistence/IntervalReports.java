package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.ingest.port.StatementReport.DecisionReport;
import energy.registry.ingest.port.StatementReport.EnvelopeReport;
import energy.registry.ingest.port.StatementReport.IntervalReport;
import energy.registry.ingest.port.StatementReport.VerdictReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The intervals of a page of statements, read in three queries whatever the page's size. */
final class IntervalReports {
    private static final int MICRO_PER_MILLI = 1_000;

    private static final String INTERVALS = "select i.*, c.certificate_id, c.tx_id, c.rule, c.detail from interval i"
            + " left join claim c using (claim_id) where i.statement_id = any(?) order by i.statement_id, i.n";

    private static final String VERDICTS = "select i.statement_id, i.n, v.verdict from interval i join verdict v"
            + " on v.device_id = i.device_id and v.start_at >= i.start_at and v.start_at < i.end_at"
            + " and v.end_at <= i.end_at where i.statement_id = any(?) order by v.start_at, v.digest";

    private static final String DECISIONS = "select * from decision where statement_id = any(?) order by decision_id";

    private final Map<Place, List<VerdictReport>> verdicts = new HashMap<>();
    private final Map<Place, List<DecisionReport>> decisions = new HashMap<>();
    private final Map<Long, List<IntervalReport>> intervals = new HashMap<>();

    private record Place(long statementId, int n) {}

    private IntervalReports() {}

    static IntervalReports of(Connection connection, List<Long> statementIds) throws SQLException {
        IntervalReports reports = new IntervalReports();
        Object[] ids = statementIds.toArray();
        Query.on(connection, VERDICTS)
                .array("bigint", ids)
                .list(row -> add(reports.verdicts, place(row), verdict(row)));
        Query.on(connection, DECISIONS)
                .array("bigint", ids)
                .list(row -> add(reports.decisions, place(row), decision(row)));
        Query.on(connection, INTERVALS)
                .array("bigint", ids)
                .list(row -> add(reports.intervals, row.getLong("statement_id"), reports.interval(row)));
        return reports;
    }

    List<IntervalReport> of(long statementId) {
        return intervals.getOrDefault(statementId, List.of());
    }

    private static <K, V> boolean add(Map<K, List<V>> map, K key, V value) {
        return map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("statement_id"), row.getInt("n"));
    }

    private IntervalReport interval(ResultSet row) throws SQLException {
        Place place = place(row);
        Digest claim = Query.digest(row, "claim_id");
        return new IntervalReport(
                place.n(),
                Query.instant(row, "start_at"),
                Query.instant(row, "end_at"),
                row.getLong("energy_wh"),
                row.getString("status"),
                row.getString("finding"),
                row.getObject("max_wh") == null
                        ? null
                        : new EnvelopeReport(row.getLong("min_wh"), row.getLong("max_wh")),
                LedgerReason.added(row, ReasonsJson.read(row.getString("reasons"))),
                claim == null ? null : claim.toString(),
                row.getString("certificate_id"),
                row.getString("tx_id"),
                verdicts.getOrDefault(place, List.of()),
                decisions.getOrDefault(place, List.of()));
    }

    private static VerdictReport verdict(ResultSet row) throws SQLException {
        SignedRecord signed = SignedRecord.decode(row.getBytes("verdict"));
        VisionVerdict verdict = VisionVerdict.decode(signed.record());
        boolean measured = verdict.state() == RotorState.RUNNING;
        long speed = verdict.rotorMicroRpm();
        long uncertainty = verdict.rotorStandardUncertaintyMicroRpm();
        return new VerdictReport(
                signed.digest(),
                verdict.cameraId(),
                verdict.clip(),
                verdict.record(),
                verdict.state().name(),
                measured ? speed / MICRO_PER_MILLI : null,
                measured ? uncertainty / MICRO_PER_MILLI : null,
                measured ? speed : null,
                measured ? uncertainty : null,
                Instant.ofEpochSecond(verdict.intervalStartEpochSecond()),
                Instant.ofEpochSecond(verdict.intervalEndEpochSecond()),
                verdict.integrity(),
                verdict.reasons());
    }

    private static DecisionReport decision(ResultSet row) throws SQLException {
        return new DecisionReport(
                row.getString("decision"),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("outcome"),
                Query.instant(row, "at"));
    }
}
