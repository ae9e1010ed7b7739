package energy.registry.ingest.plausibility;

import java.util.Arrays;

/**
 * The most that a machine delivers at its rated power. The controller holds that set point whatever the wind and the
 * air's density do, so that it is the sharpest witness against a meter that counts too much: an hour above the machine's
 * own ceiling is not weather. The ceiling is learned on the first days at rated power and then stands: a set point does
 * not wander, and one that could be pushed up by little a day would be no limit.
 */
final class OutputCeiling {
    private static final long SECONDS_PER_DAY = 86_400;

    /** Bins of the power's share of the capacity, a quarter percent wide, from nine tenths on. */
    private static final int BINS = 64;

    private static final double LOWEST = 0.9;
    private static final double WIDTH = 0.0025;

    /** Share of a day's time at rated power that lies below its ceiling. */
    private static final double QUANTILE = 0.9;

    /** Days of the same machine that settle it. */
    private static final int DAYS_SETTLED = 10;

    /** Time at rated power that makes a day one to learn from, s. */
    private static final int SECONDS_LEARNED = 3_600;

    private final float[] today;
    private long day = Long.MIN_VALUE;
    private int secondsToday;
    private int secondsAbove;
    private double share;
    private int days;

    private OutputCeiling(float[] today) {
        this.today = today;
    }

    static OutputCeiling fresh() {
        return new OutputCeiling(new float[BINS]);
    }

    /**
     * @param margin relative, above the ceiling
     * @param daysMin days at rated power before the ceiling is one
     */
    record Limits(double margin, int daysMin) {}

    /** Takes a sample; @return the time of this day that lay above the ceiling, s */
    int take(Sample sample, long capacityW, Limits limits, boolean trusted) {
        roll(Math.floorDiv(sample.to() - 1, SECONDS_PER_DAY), trusted);
        double shareNow = sample.powerW() / (double) capacityW;
        if (shareNow >= LOWEST) {
            int bin = (int) Math.min(BINS - 1, (shareNow - LOWEST) / WIDTH);
            today[bin] += sample.seconds();
            secondsToday += sample.seconds();
            secondsAbove += isKnown(limits) && shareNow > limit(limits) ? sample.seconds() : 0;
        }
        return secondsAbove;
    }

    boolean isKnown(Limits limits) {
        return days >= limits.daysMin();
    }

    /** Share of the capacity above which this machine has never stayed. */
    double limit(Limits limits) {
        return share * (1 + limits.margin());
    }

    private void roll(long now, boolean trusted) {
        if (now == day) {
            return;
        }
        if (trusted && secondsToday >= SECONDS_LEARNED && secondsAbove < SECONDS_LEARNED && days < DAYS_SETTLED) {
            share = Math.max(share, quantile());
            days++;
        }
        Arrays.fill(today, 0);
        secondsToday = 0;
        secondsAbove = 0;
        day = now;
    }

    private double quantile() {
        double below = 0;
        for (int bin = 0; bin < BINS; bin++) {
            below += today[bin];
            if (below >= QUANTILE * secondsToday) {
                return LOWEST + WIDTH * (bin + 1);
            }
        }
        return LOWEST + WIDTH * BINS;
    }

    void write(StateOut out) {
        out.sparse(today)
                .i64(day)
                .i32(secondsToday)
                .i32(secondsAbove)
                .f64(share)
                .i32(days);
    }

    static OutputCeiling read(StateIn in) {
        OutputCeiling ceiling = new OutputCeiling(in.sparse(BINS));
        ceiling.day = in.i64();
        ceiling.secondsToday = in.i32();
        ceiling.secondsAbove = in.i32();
        ceiling.share = in.f64();
        ceiling.days = in.i32();
        return ceiling;
    }
}
