package energy.registry.ingest.port;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import java.time.Instant;

/** Keeps what cameras showed. */
public interface VerdictStore {
    /**
     * Keeps a verdict and has the intervals that wait for it looked at.
     *
     * @param dueAt when; later than now, so that clips that come together are judged together
     * @return whether it is new
     */
    boolean keep(
            Digest digest,
            VisionVerdict verdict,
            SignedRecord capture,
            SignedRecord signed,
            Instant now,
            Instant dueAt);
}
