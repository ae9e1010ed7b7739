package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/**
 * A meter's signed interval statement with what became of it. Claim status: WAITING_FOR_VERDICT, READY, SUBMITTED, ISSUED, HELD, REFUSED.
 * Envelope is what the camera's measurement permits; -1 when unknown.
 */
public record StatementRow(
        String statementDigest,
        String deviceId,
        String meterId,
        long epoch,
        long sequence,
        Instant start,
        Instant end,
        long registerStartWh,
        long registerEndWh,
        String quality,
        String origin,
        Instant receivedAt,
        List<String> findings,
        String claimStatus,
        List<Reason> reasons,
        long envelopeMinWh,
        long envelopeMaxWh,
        List<VerdictRow> verdicts,
        String claimId,
        String certificateId) {
    public long energyWh() {
        return registerEndWh - registerStartWh;
    }

    public boolean hasEnvelope() {
        return envelopeMaxWh >= 0;
    }
}
