package energy.registry.ingest.port;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import java.util.List;

/** The verifier of footage as the second signer of a claim. */
public interface Countersigner {
    Result countersign(SignedClaim claim, List<SignedRecord> verdicts);

    /** What the verifier said. */
    sealed interface Result {
        record Signed(KeySignature signature) implements Result {}

        record Refused(String rule, String detail) implements Result {}

        record Unanswered(String problem) implements Result {}
    }
}
