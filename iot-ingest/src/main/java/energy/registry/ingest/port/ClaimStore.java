package energy.registry.ingest.port;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ingest.claim.Judgement;
import energy.registry.ingest.claim.Reason;
import energy.registry.ingest.claim.SeenVerdict;
import energy.registry.ingest.statement.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the judgement of every interval, and the claims with their way to the ledger. */
public interface ClaimStore {
    /**
     * Gives each statement with due intervals to the judge and writes what it says, all in one transaction.
     *
     * @param windowSeconds intervals of a statement within one such window of UTC are judged together; 0 for no waiting
     */
    int judgeDue(Instant now, int statementsMax, long windowSeconds, Function<Due, Judged> judge);

    /** Judges one held interval anew, keeping who asked; empty when it is not held. */
    Optional<String> decide(Decision decision, Instant now, Function<Due, Judged> judge);

    /** Takes the earliest undelivered claim of each device whose time has come, leaving it alone until the lease ends. */
    List<Outgoing> takeDue(Instant now, Instant leaseUntil, int max);

    void countersigned(Digest claimId, SignedClaim claim);

    void issued(Digest claimId, String certificateId, String txId, Instant now);

    void refused(Digest claimId, String rule, String detail, Instant now);

    /** The verifier does not support the claim: back to the desk. */
    void held(Digest claimId, Reason reason, Instant now);

    /** Held for the desk, and judged again by itself at a later time. */
    void heldUntil(Digest claimId, Reason reason, Instant again, Instant now);

    void retry(Digest claimId, String problem, Instant nextAt);

    /**
     * A statement with intervals to judge.
     *
     * @param verdicts by interval, in evidence order
     * @param graceOver by interval
     * @param findings of the rules that speak against an interval, by interval
     */
    record Due(
            String deviceId,
            SignedRecord signed,
            List<Integer> intervals,
            Map<Integer, List<SeenVerdict>> verdicts,
            Map<Integer, Boolean> graceOver,
            Map<Integer, List<Finding>> findings) {}

    /**
     * @param judgements of every due interval
     * @param claims for those that are to be claimed
     */
    record Judged(Map<Integer, Judgement> judgements, List<NewClaim> claims) {}

    /** A signed claim and the verdicts behind it, in evidence order. */
    record NewClaim(SignedClaim claim, List<SignedRecord> verdicts) {}

    /** What a person decided about a held interval. */
    record Decision(Digest statement, int interval, boolean release, String actor, String reason) {}

    /** A claim on its way to the ledger. */
    record Outgoing(SignedClaim claim, List<SignedRecord> verdicts, int attempts) {}
}
