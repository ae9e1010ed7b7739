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

    /** Whether this person proposed it. */
    boolean isProposer(long enrolmentId, String actor);

    void decide(long enrolmentId, EnrolledKey.Status status, String actor, String reason, Instant now);

    /** Revokes every approved enrolment of the key. */
    int revoke(Digest keyId, Instant compromisedSince, String actor, String reason, Instant now);

    /** Digests of statements that this key signed, of measurements after a moment. */
    List<String> signedWith(Digest keyId, List<String> deviceIds, Instant since, int limit);

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
