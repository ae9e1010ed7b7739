package energy.registry.domain.device;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.ProductionPeriod;

/** Time in which a scheme pays for a device's energy, half-open in UTC, and what that means for its certificates. */
public final class SupportPeriod {
    /** The end of support whose end is not known. */
    public static final long OPEN = Long.MAX_VALUE;

    private final String scheme;
    private final SupportKind kind;
    private final SupportEffect effect;
    private final long startEpochSecond;
    private final long endEpochSecond;

    /**
     * @param scheme name of the scheme in its country, for example {@code EEG}
     * @param endEpochSecond exclusive, or {@link #OPEN}
     */
    public SupportPeriod(
            String scheme, SupportKind kind, SupportEffect effect, long startEpochSecond, long endEpochSecond) {
        if (scheme.trim().isEmpty() || endEpochSecond <= startEpochSecond) {
            throw new IllegalArgumentException(
                    "supportPeriods: '" + scheme + "' is not accepted; a scheme has a name and ends after it starts");
        }
        this.scheme = scheme;
        this.kind = kind;
        this.effect = effect;
        this.startEpochSecond = startEpochSecond;
        this.endEpochSecond = endEpochSecond;
    }

    public String scheme() {
        return scheme;
    }

    public SupportKind kind() {
        return kind;
    }

    public SupportEffect effect() {
        return effect;
    }

    public long startEpochSecond() {
        return startEpochSecond;
    }

    /** Exclusive; {@link #OPEN} while nobody knows. */
    public long endEpochSecond() {
        return endEpochSecond;
    }

    /** Whether the scheme pays in any second of {@code period}. */
    public boolean touches(ProductionPeriod period) {
        return startEpochSecond < period.endEpochSecond() && period.startEpochSecond() < endEpochSecond;
    }

    /** What a certificate of this time says: {@code <scheme>/<kind>}. */
    public String code() {
        return scheme + "/" + kind;
    }

    void write(CanonicalWriter out) {
        out.text(scheme)
                .u8(kind.ordinal())
                .u8(effect.ordinal())
                .i64(startEpochSecond)
                .i64(endEpochSecond);
    }

    static SupportPeriod read(CanonicalReader in) {
        return new SupportPeriod(
                in.text("scheme"),
                in.choice("kind", SupportKind.values()),
                in.choice("effect", SupportEffect.values()),
                in.i64("start"),
                in.i64("end"));
    }
}
