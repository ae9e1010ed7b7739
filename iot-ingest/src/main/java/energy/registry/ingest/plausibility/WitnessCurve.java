package energy.registry.ingest.plausibility;

/**
 * What a device delivers at a value of a witness (rotor speed, irradiance, wind speed), learned from its own accepted
 * history, with the manufacturer's curve as the prior where there is one. Each bin keeps the expected power, the relative
 * variance around it and how much it has seen.
 */
final class WitnessCurve {
    static final int BINS = 64;

    /** Samples that a bin needs, and what the manufacturer's curve counts for. */
    static final int TRUSTED = 30;

    /** Memory of a bin in samples: older ones fade. */
    private static final int MEMORY = 1_000;

    /** Relative deviation that one sample may teach; more is a fault or a gust, not the curve. */
    private static final float DEVIATION_MAX = 0.3f;

    /** Relative variance assumed before anything is known. */
    private static final float VARIANCE_UNKNOWN = 0.05f;

    private final float[] seen;
    private final float[] expectedW;
    private final float[] variance;

    private WitnessCurve(float[] seen, float[] expectedW, float[] variance) {
        this.seen = seen;
        this.expectedW = expectedW;
        this.variance = variance;
    }

    static WitnessCurve empty() {
        return new WitnessCurve(new float[BINS], new float[BINS], new float[BINS]);
    }

    /** The bin counts as seen {@link #TRUSTED} times. */
    void prior(int bin, double watts, double relativeDeviation) {
        seen[bin] = TRUSTED;
        expectedW[bin] = (float) watts;
        variance[bin] = (float) (relativeDeviation * relativeDeviation);
    }

    boolean knows(int bin) {
        return seen[bin] >= TRUSTED && expectedW[bin] > 0;
    }

    double expectedW(int bin) {
        return expectedW[bin];
    }

    double deviation(int bin) {
        return Math.sqrt(variance[bin]);
    }

    /** Takes in the ratios of a day's powers to what was expected of the bin. */
    void learn(int bin, int samples, double meanRatio, double meanSquare) {
        double weight = Math.min(1, samples / Math.min(seen[bin] + samples, (double) MEMORY));
        variance[bin] += (float) (weight * (meanSquare - variance[bin]));
        expectedW[bin] *= (float) (1 + weight * meanRatio);
        seen[bin] = Math.min(MEMORY, seen[bin] + samples);
    }

    /** The first power seen in a bin without a prior. */
    void begin(int bin, double watts) {
        seen[bin] = 1;
        expectedW[bin] = (float) watts;
        variance[bin] = VARIANCE_UNKNOWN;
    }

    boolean isUntouched(int bin) {
        return seen[bin] == 0;
    }

    /** P over expected, less one, bounded to what one sample may teach. */
    double deviationOf(int bin, double watts) {
        double ratio = watts / expectedW[bin] - 1;
        return Math.max(-DEVIATION_MAX, Math.min(DEVIATION_MAX, ratio));
    }

    void write(StateOut out) {
        out.sparse(seen).sparse(expectedW).sparse(variance);
    }

    static WitnessCurve read(StateIn in) {
        return new WitnessCurve(in.sparse(BINS), in.sparse(BINS), in.sparse(BINS));
    }
}
