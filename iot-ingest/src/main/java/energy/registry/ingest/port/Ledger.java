package energy.registry.ingest.port;

import energy.registry.domain.claim.SignedClaim;

/** The ledger behind its gateway. Issuing is idempotent by the claim's id. */
public interface Ledger {
    Issue issue(SignedClaim claim);

    /** Books what was issued too much as the meter's debt; idempotent by the over-issue's number. */
    Booking book(OverIssues.OverIssue over, String actor, String reason);

    /** What came of a booking. */
    sealed interface Booking {
        record Booked(String txId) implements Booking {}

        record Refused(String rule, String detail) implements Booking {}

        /** Nothing is known; the same may be sent again. */
        record Unanswered(String problem) implements Booking {}
    }

    /** What came of a claim. */
    sealed interface Issue {
        /** {@code certificateId} is null when no energy was produced. */
        record Issued(String certificateId, String txId) implements Issue {}

        record Refused(String rule, String detail) implements Issue {}

        /** Nothing is known; the same claim is sent again. */
        record Unanswered(String problem) implements Issue {}
    }
}
