package energy.registry.ingest.port;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.claim.Reason;
import energy.registry.ingest.statement.Finding;
import java.time.Instant;
import java.util.List;

/** A statement with what became of its intervals; the components are the names on the wire. */
public record StatementReport(
        Digest statementDigest,
        String deviceId,
        String meterId,
        int epoch,
        long sequence,
        Instant start,
        Instant end,
        int intervalSeconds,
        long energyWh,
        long registerStartWh,
        long registerEndWh,
        String quality,
        String signatory,
        String origin,
        int readingCount,
        Instant receivedAt,
        Revision revision,
        List<Finding> findings,
        List<IntervalReport> intervals) {

    /**
     * What a statement took the place of, and what took its place.
     *
     * @param supersedes null for one that corrects nothing
     * @param supersededBy null for one that holds
     */
    public record Revision(
            Digest supersedes, String correctedBy, String reason, Digest supersededBy, Instant supersededAt) {}

    /** One interval: its judgement, its claim, its verdicts and what people decided. */
    public record IntervalReport(
            int interval,
            Instant start,
            Instant end,
            long energyWh,
            String status,
            String finding,
            EnvelopeReport envelope,
            List<Reason> reasons,
            String claimId,
            String certificateId,
            String txId,
            List<VerdictReport> verdicts,
            List<DecisionReport> decisions) {}

    /** The permitted energy. */
    public record EnvelopeReport(long minWh, long maxWh) {}

    /** What a clip showed; speeds in thousandths and millionths of a revolution a minute, null unless measured. */
    public record VerdictReport(
            Digest verdictDigest,
            String cameraId,
            Digest clip,
            Digest record,
            String state,
            Long milliRpm,
            Long milliRpmUncertainty,
            Long rotorMicroRpm,
            Long rotorStandardUncertaintyMicroRpm,
            Instant start,
            Instant end,
            List<String> flags,
            List<String> reasons) {}

    /** Who decided what, when and why. */
    public record DecisionReport(String decision, String actor, String reason, String outcome, Instant at) {}
}
