package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ingest.claim.Judgement;
import energy.registry.ingest.claim.Judgement.Next;
import energy.registry.ingest.claim.SeenVerdict;
import energy.registry.ingest.port.ClaimStore.Due;
import energy.registry.ingest.port.ClaimStore.Judged;
import energy.registry.ingest.port.ClaimStore.NewClaim;
import energy.registry.ingest.statement.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads due intervals with their verdicts, writes what the judge says of them. */
final class JudgementRows {
    /**
     * An interval whose time has come, unless another of its statement and claim window still waits: they are claimed
     * together. The window closes with the grace of its last interval at the latest.
     */
    private static final String WINDOW_CLOSED = " and (? = 0 or not exists (select 1 from interval w"
            + " where w.statement_id = i.statement_id and w.due_at > ? and floor(extract(epoch from w.start_at) / nullif(?, 0))"
            + " = floor(extract(epoch from i.start_at) / nullif(?, 0))))";

    private static final String DUE = "select i.statement_id, i.n, i.device_id, i.start_at, i.end_at, i.grace_until"
            + " from interval i where i.statement_id in (select distinct d.statement_id from (select statement_id"
            + " from interval i where i.due_at <= ?"
            + WINDOW_CLOSED
            + " order by i.due_at limit ?) d)"
            + " and i.due_at <= ?"
            + WINDOW_CLOSED
            + " order by i.statement_id, i.n for update of i skip locked";

    /** A clip counts as reused when an earlier verdict names it for another device or interval. */
    private static final String VERDICTS = "select v.start_at, v.end_at, v.capture, v.verdict, exists (select 1"
            + " from verdict o where o.clip = v.clip and o.verdict_id < v.verdict_id"
            + " and (o.device_id <> v.device_id or o.start_at <> v.start_at or o.end_at <> v.end_at)) as reused"
            + " from verdict v where v.device_id = ? and v.start_at >= ? and v.end_at <= ?"
            + " order by v.start_at, v.digest";

    private static final String CLAIM = "insert into claim (claim_id, device_id, statement_id, first_interval,"
            + " interval_count, start_at, energy_wh, signed, verdicts, status, next_at, created_at)"
            + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, 'READY', ?, ?"
            + " on conflict (claim_id) do update set status = 'READY', next_at = excluded.next_at,"
            + " signed = excluded.signed, attempts = 0 where claim.status = 'HELD'";

    private final Connection connection;
    private final Instant now;

    record DueRow(long statementId, int n, String deviceId, Instant start, Instant end, Instant graceUntil) {}

    JudgementRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** @param windowSeconds of a claim; 0 claims what is judged together, at once */
    List<DueRow> lockDue(int statementsMax, long windowSeconds) throws SQLException {
        return Query.on(connection, DUE)
                .with(now, windowSeconds, now, windowSeconds, windowSeconds, statementsMax)
                .with(now, windowSeconds, now, windowSeconds, windowSeconds)
                .list(JudgementRows::due);
    }

    static DueRow due(java.sql.ResultSet row) throws SQLException {
        return new DueRow(
                row.getLong("statement_id"),
                row.getInt("n"),
                row.getString("device_id"),
                Query.instant(row, "start_at"),
                Query.instant(row, "end_at"),
                Query.instant(row, "grace_until"));
    }

    /** Judges statement by statement. */
    void judge(List<DueRow> rows, Function<Due, Judged> judge) throws SQLException {
        Map<Long, List<DueRow>> byStatement = new LinkedHashMap<>();
        rows.forEach(row -> byStatement
                .computeIfAbsent(row.statementId(), id -> new ArrayList<>())
                .add(row));
        for (Map.Entry<Long, List<DueRow>> each : byStatement.entrySet()) {
            write(each.getKey(), each.getValue(), judge.apply(read(each.getKey(), each.getValue())));
        }
    }

    private Due read(long statementId, List<DueRow> rows) throws SQLException {
        SignedRecord signed = Query.on(connection, "select signed from statement where statement_id = ?")
                .with(statementId)
                .first(row -> SignedRecord.decode(row.getBytes(1)))
                .orElseThrow();
        Map<Integer, List<SeenVerdict>> verdicts = new HashMap<>();
        Map<Integer, Boolean> graceOver = new HashMap<>();
        Map<Integer, List<Finding>> findings = new HashMap<>();
        for (DueRow row : rows) {
            verdicts.put(row.n(), verdicts(row));
            graceOver.put(row.n(), !row.graceUntil().isAfter(now));
            findings.put(row.n(), FindingRows.against(connection, row.deviceId(), row.start(), row.end()));
        }
        return new Due(
                rows.get(0).deviceId(), signed, rows.stream().map(DueRow::n).toList(), verdicts, graceOver, findings);
    }

    private List<SeenVerdict> verdicts(DueRow interval) throws SQLException {
        return Query.on(connection, VERDICTS)
                .with(interval.deviceId(), interval.start(), interval.end())
                .list(row -> SeenVerdict.of(
                        SignedRecord.decode(row.getBytes("capture")),
                        SignedRecord.decode(row.getBytes("verdict")),
                        row.getBoolean("reused")));
    }

    private void write(long statementId, List<DueRow> rows, Judged judged) throws SQLException {
        Map<Integer, byte[]> claimed = new HashMap<>();
        for (NewClaim claim : judged.claims()) {
            write(statementId, claim);
            GenerationClaim body = claim.claim().claim();
            for (int i = 0; i < body.intervalCount(); i++) {
                claimed.put(body.firstInterval() + i, body.id().bytes());
            }
        }
        for (DueRow row : rows) {
            write(row, judged.judgements().get(row.n()), claimed.get(row.n()));
        }
    }

    private void write(DueRow row, Judgement judgement, byte[] claimId) throws SQLException {
        Query.on(
                        connection,
                        "update interval set status = ?, due_at = ?, finding = ?, min_wh = ?, max_wh = ?,"
                                + " reasons = ?::jsonb, claim_id = ? where statement_id = ? and n = ?")
                .with(status(judgement.next()), judgement.next() == Next.WAIT ? row.graceUntil() : null)
                .with(judgement.finding().name(), judgement.minWh(), judgement.maxWh())
                .with(ReasonsJson.write(judgement.reasons()), claimId, row.statementId(), row.n())
                .update();
    }

    private static String status(Next next) {
        return switch (next) {
            case CLAIM -> "READY";
            case WAIT -> "WAITING_FOR_VERDICT";
            case HOLD -> "HELD";
            case NOTHING -> "NOTHING_TO_ISSUE";
        };
    }

    private void write(long statementId, NewClaim claim) throws SQLException {
        GenerationClaim body = claim.claim().claim();
        Instant start = Instant.ofEpochSecond(
                body.statement().period(body.firstInterval()).startEpochSecond());
        Query.on(connection, CLAIM)
                .with(body.id(), body.deviceId(), statementId, body.firstInterval(), body.intervalCount())
                .with(start, body.energy().toLong(), claim.claim().encode())
                .array(
                        "bytea",
                        claim.verdicts().stream().map(SignedRecord::encode).toArray(byte[][]::new))
                .with(now, now)
                .update();
    }
}
