package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.ingest.port.Reports.Evidence;
import energy.registry.ingest.port.Reports.VerdictEvidence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what stands behind a claim. */
final class EvidenceRows {
    private static final String CLAIM = "select c.signed, c.verdicts, c.statement_id, (select d.canonical from device d"
            + " where d.device_id = c.device_id and coalesce(d.effective_from, '-infinity') <= c.start_at"
            + " order by d.announced_seq desc limit 1) as device"
            + " from claim c where c.claim_id = ?";

    private EvidenceRows() {}

    static Optional<Evidence> of(Connection connection, Digest claimId) throws SQLException {
        return Query.on(connection, CLAIM)
                .with(claimId)
                .first(row -> new Evidence(
                        row.getBytes("device"),
                        row.getBytes("signed"),
                        RawReadings.of(connection, row.getLong("statement_id")),
                        verdicts(connection, PostgresClaimStore.records(row.getArray("verdicts")))));
    }

    private static List<VerdictEvidence> verdicts(Connection connection, List<SignedRecord> signed)
            throws SQLException {
        List<VerdictEvidence> verdicts = new ArrayList<>();
        for (SignedRecord each : signed) {
            byte[] capture = Query.on(connection, "select capture from verdict where digest = ?")
                    .with(each.digest())
                    .first(row -> row.getBytes(1))
                    .orElseThrow();
            VisionVerdict verdict = VisionVerdict.decode(each.record());
            verdicts.add(new VerdictEvidence(capture, each.encode(), verdict.clip(), verdict.record()));
        }
        return verdicts;
    }
}
