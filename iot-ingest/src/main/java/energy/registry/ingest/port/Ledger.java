package energy.registry.ingest.port;

import energy.registry.domain.claim.SignedClaim;

/** The ledger behind its gateway. Issuing is idempotent by the claim's id. */
public interface Ledger {
    Issue issue(SignedClaim claim);

    /** What came of a claim. */
    sealed interface Issue {
        /** {@code certificateId} is null when no energy was produced. */
        record Issued(String certificateId, String txId) implements Issue {}

        record Refused(String rule, String detail) implements Issue {}

        /** Nothing is known; the same claim is sent again. */
        record Unanswered(String problem) implements Issue {}
    }
}
