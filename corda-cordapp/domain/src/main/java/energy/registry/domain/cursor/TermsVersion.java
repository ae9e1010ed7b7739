package energy.registry.domain.cursor;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;

/** Terms and the second of measured time from which they hold. */
public final class TermsVersion {
    private final long startEpochSecond;
    private final MeterTerms terms;

    TermsVersion(long startEpochSecond, MeterTerms terms) {
        this.startEpochSecond = startEpochSecond;
        this.terms = terms;
    }

    public long startEpochSecond() {
        return startEpochSecond;
    }

    public MeterTerms terms() {
        return terms;
    }

    void write(CanonicalWriter out) {
        out.i64(startEpochSecond).bytes(terms.encode());
    }

    static TermsVersion read(CanonicalReader in) {
        return new TermsVersion(in.i64("termsStart"), MeterTerms.decode(in.bytes("terms")));
    }
}
