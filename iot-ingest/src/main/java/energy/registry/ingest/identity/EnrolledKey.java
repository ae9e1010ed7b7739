package energy.registry.ingest.identity;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import java.time.Instant;

/**
 * A key from its enrolment on: proposed, then approved or rejected, perhaps revoked. Several keys of one subject may
 * hold at the same time, so that a new one can be brought in while the old one still speaks.
 *
 * @param validUntil measurements before this moment; null without end
 * @param revokedAt when it was revoked, or null
 * @param ledger how it stands with the ledger's record of the device; null for a key that signs no statements
 * @param compromisedSince since when others may have had it; null when it was only retired
 */
public record EnrolledKey(
        long enrolmentId,
        KeySubject subject,
        SigningKey key,
        Status status,
        Instant validFrom,
        Instant validUntil,
        Instant revokedAt,
        Instant compromisedSince,
        OnLedger ledger) {

    /**
     * Whether the device's record on the ledger names it.
     *
     * @param status PENDING, DONE or REFUSED
     * @param rule of the ledger that refuses it, or null
     */
    public record OnLedger(String status, String rule, String detail) {}

    /** Where the enrolment stands. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        REVOKED
    }

    public Digest keyId() {
        return key.id();
    }

    /** Whether it was ever more than a proposal. */
    public boolean decides() {
        return status == Status.APPROVED || status == Status.REVOKED;
    }

    /**
     * Whether it holds for a measurement from {@code start} to {@code end}. Who has a stolen key can put any time into a
     * record, so that after a theft is known nothing signed with it is taken any more; a key that was only retired still
     * holds for measurements before its retirement, which may come late.
     */
    public boolean holds(Instant start, Instant end) {
        if (!decides() || compromisedSince != null || start.isBefore(validFrom)) {
            return false;
        }
        Instant last = earlier(validUntil, revokedAt);
        return last == null || !end.isAfter(last);
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** One sentence on when it holds. */
    public String validity() {
        if (compromisedSince != null) {
            return "it is compromised since " + compromisedSince;
        }
        Instant last = earlier(validUntil, revokedAt);
        return "it holds from " + validFrom + (last == null ? " on" : " to " + last);
    }
}
