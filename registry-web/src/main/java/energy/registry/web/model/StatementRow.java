package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/**
 * One interval of a meter's signed statement with what became of it. Claim status: WAITING_FOR_VERDICT, READY, SUBMITTED, ISSUED, HELD,
 * REFUSED, REJECTED (by the issuing body), NOTHING_TO_ISSUE. Start, end and energy are the interval's, the registers the whole statement's.
 * Envelope is what the camera's measurement permits; -1 when unknown.
 */
public record StatementRow(
        String statementDigest,
        int interval,
        String deviceId,
        String meterId,
        long epoch,
        long sequence,
        Instant start,
        Instant end,
        long energyWh,
        long registerStartWh,
        long registerEndWh,
        String quality,
        String origin,
        Instant receivedAt,
        List<Reason> findings,
        String claimStatus,
        String cameraFinding,
        List<Reason> reasons,
        long envelopeMinWh,
        long envelopeMaxWh,
        List<VerdictRow> verdicts,
        String claimId,
        String certificateId) {
    public boolean hasEnvelope() {
        return envelopeMaxWh >= 0;
    }
}
