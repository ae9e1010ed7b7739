package energy.registry.ingest.port;

import energy.registry.domain.encoding.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates that corrections showed to be too many, and what was decided about them; nothing is ever deleted. */
public interface OverIssues {
    /** Newest first. @param status or null for all @param before an id, or null */
    List<OverIssue> page(String deviceId, Status status, Long before, int limit);

    Optional<OverIssue> byId(long id);

    /** Keeps a decision on a pending one; false where it is not pending any more. */
    boolean decide(long id, Status status, String actor, String reason, String txId, Instant now);

    /** Where it stands. */
    enum Status {
        PENDING,
        /** The ledger took it as the meter's debt. */
        BOOKED,
        DECLINED,
        /** A later correction of the same time says another amount. */
        REPLACED
    }

    /**
     * An interval for which more was issued than holds now.
     *
     * @param statement digest of the correction that shows it
     * @param overWh what was issued too much and is not booked yet
     */
    record OverIssue(
            long id,
            String deviceId,
            String meterId,
            Instant start,
            Instant end,
            Digest claimId,
            String certificateId,
            Digest statement,
            long overWh,
            Status status,
            String correctedBy,
            String correctionReason,
            Instant correctedAt,
            String decidedBy,
            String decidedReason,
            Instant decidedAt,
            String txId) {}
}
