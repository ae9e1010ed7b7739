package energy.registry.ingest.plausibility;

import java.util.Arrays;

/**
 * Whether a device's output runs away from what its witness says, day by day: a one-sided cumulative sum (Page,
 * Biometrika 41, 1954) of each day's median ratio of power to expectation, against the median of the weeks before.
 * Slow over-claim that no single interval shows adds up here.
 *
 * <p>While the sum is high, neither the baseline nor the curve learns: a fraud must not become the new normal. When the
 * output comes back to what it was, the sum falls and the hold ends by itself.
 */
final class OutputDrift {
    /** Days that the baseline is the median of: four weeks outlast a spell of cold, dense air, which lifts the ratio too. */
    static final int BASELINE_DAYS = 28;

    /** Days before the sum begins. */
    private static final int BASELINE_DAYS_MIN = 5;

    private final float[] baseline;
    private int days;
    private double sum;

    private OutputDrift(float[] baseline) {
        this.baseline = baseline;
    }

    static OutputDrift fresh() {
        return new OutputDrift(new float[BASELINE_DAYS]);
    }

    /**
     * @param slack relative excess that a day may have without counting: half of the shift that is to be found
     * @param limit sum at which the device is held
     */
    record Limits(double slack, double limit) {}

    double sum() {
        return sum;
    }

    boolean isAlarmed(Limits limits) {
        return sum > limits.limit();
    }

    /** Whether what comes now may be learned from. */
    boolean isTrusted(Limits limits) {
        return sum < limits.limit() / 2;
    }

    boolean hasBaseline() {
        return days >= BASELINE_DAYS_MIN;
    }

    /** How far above the baseline a ratio lies, relative. */
    double excess(double ratio) {
        float[] known = Arrays.copyOf(baseline, Math.min(days, BASELINE_DAYS));
        Arrays.sort(known);
        int middle = known.length / 2;
        double median = known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2.0;
        return ratio / median - 1;
    }

    /** Ends a day. */
    void close(double ratio, Limits limits) {
        if (hasBaseline()) {
            double next = sum + excess(ratio) - limits.slack();
            sum = Math.max(0, Math.min(2 * limits.limit(), next));
        }
        if (isTrusted(limits)) {
            baseline[days % BASELINE_DAYS] = (float) ratio;
            days++;
        }
    }

    void write(StateOut out) {
        out.i32(days).f64(sum).sparse(baseline);
    }

    static OutputDrift read(StateIn in) {
        int days = in.i32();
        double sum = in.f64();
        OutputDrift drift = new OutputDrift(in.sparse(BASELINE_DAYS));
        drift.days = days;
        drift.sum = sum;
        return drift;
    }
}
