package energy.registry.ingest.port;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.identity.EnrolledKey;
import energy.registry.ingest.identity.KeySubject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps enrolments of keys; nothing is ever deleted. */
public interface KeyStore {
    /** Everything that was approved once. */
    List<EnrolledKey> decided();

    /** Keeps a proposal; the same request again gives the first. */
    EnrolledKey propose(Proposal proposal, Instant now);

    Optional<EnrolledKey> byId(long enrolmentId);

    List<EnrolledKey> find(String deviceId, EnrolledKey.Status status, int limit);

    List<EnrolledKey> byKey(Digest keyId);

    /** Approved and revoked keys of a camera. */
    List<EnrolledKey> ofCamera(String cameraId);

    /** Whether this person proposed it. */
    boolean isProposer(long enrolmentId, String actor);

    void decide(long enrolmentId, EnrolledKey.Status status, String actor, String reason, Instant now);

    /** Revokes every approved enrolment of the key. */
    int revoke(Digest keyId, Instant compromisedSince, String actor, String reason, Instant now);

    /** Digests of statements that this key signed, of measurements after a moment. */
    List<String> signedWith(Digest keyId, List<String> deviceIds, Instant since, int limit);

    /**
     * Has intervals judged again that no claim is under way for and whose statement this key signed since; claims of them
     * that wait are taken back.
     */
    int judgeAgain(Digest keyId, List<String> deviceIds, Instant since, Instant now);

    /** Enrolments whose key is to be written into the device's record on the ledger; left alone until the lease ends. */
    List<LedgerKey> takeLedgerKeys(Instant now, Instant leaseUntil, int max);

    /** @param rule of the ledger that refuses it, or null where it took it */
    void ledgerSettled(long enrolmentId, String txId, String rule, String detail, Instant now);

    void ledgerRetry(long enrolmentId, String problem, Instant nextAt);

    /** An approved key with who approved it and why. */
    record LedgerKey(EnrolledKey enrolled, String actor, String reason, int attempts) {}

    /** What a plant asks for. @param validUntil null without end */
    record Proposal(
            String requestId,
            KeySubject subject,
            SigningKey key,
            Instant validFrom,
            Instant validUntil,
            String actor,
            String reason) {}
}
