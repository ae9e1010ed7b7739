package energy.registry.ingest.claim;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;

/**
 * A verdict on a clip of an interval.
 *
 * @param reused whether the same clip was evidence for another interval or device before
 */
public record SeenVerdict(SignedRecord capture, SignedRecord signed, VisionVerdict verdict, boolean reused) {
    public static SeenVerdict of(SignedRecord capture, SignedRecord signed, boolean reused) {
        return new SeenVerdict(capture, signed, VisionVerdict.decode(signed.record()), reused);
    }

    public Digest digest() {
        return signed.digest();
    }
}
