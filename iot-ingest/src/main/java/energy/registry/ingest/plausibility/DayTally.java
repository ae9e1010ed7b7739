package energy.registry.ingest.plausibility;

/** A day in the making: how the powers compare with the curve, and what the curve will learn from them. */
final class DayTally {
    /** Bins of the ratio of power to expectation, a hundredth wide, around one. */
    private static final int BINS = 64;

    private static final double LOWEST = 0.68;
    private static final double WIDTH = 0.01;

    private final float[] ratios;
    private final float[] samples;
    private final float[] sums;
    private final float[] squares;
    private long day;
    private int seconds;
    private int secondsAboveMost;

    private DayTally(long day, float[] ratios, float[] samples, float[] sums, float[] squares) {
        this.day = day;
        this.ratios = ratios;
        this.samples = samples;
        this.sums = sums;
        this.squares = squares;
    }

    static DayTally of(long day) {
        return new DayTally(
                day,
                new float[BINS],
                new float[WitnessCurve.BINS],
                new float[WitnessCurve.BINS],
                new float[WitnessCurve.BINS]);
    }

    long day() {
        return day;
    }

    /** Time in which the comparison was possible. */
    int seconds() {
        return seconds;
    }

    /** Whether in most of that time the power lay above the manufacturer's highest. */
    boolean isMostlyAboveMost() {
        return 2L * secondsAboveMost > seconds;
    }

    void compare(double ratio, double weight, int duration, boolean aboveMost) {
        int place = (int) Math.floor((ratio - LOWEST) / WIDTH);
        ratios[Math.max(0, Math.min(BINS - 1, place))] += (float) weight;
        seconds += duration;
        secondsAboveMost += aboveMost ? duration : 0;
    }

    void teach(int bin, double deviation) {
        samples[bin]++;
        sums[bin] += (float) deviation;
        squares[bin] += (float) (deviation * deviation);
    }

    void teachTo(WitnessCurve curve) {
        for (int bin = 0; bin < samples.length; bin++) {
            if (samples[bin] > 0) {
                curve.learn(bin, (int) samples[bin], sums[bin] / samples[bin], squares[bin] / samples[bin]);
            }
        }
    }

    /** The weighted median of the ratios, between the bins' edges by their weight. */
    double median() {
        double all = 0;
        for (float weight : ratios) {
            all += weight;
        }
        double below = 0;
        for (int i = 0; i < BINS; i++) {
            if (ratios[i] > 0 && below + ratios[i] >= all / 2) {
                return LOWEST + WIDTH * (i + (all / 2 - below) / ratios[i]);
            }
            below += ratios[i];
        }
        return 1;
    }

    void write(StateOut out) {
        out.i64(day).i32(seconds).i32(secondsAboveMost);
        out.sparse(ratios).sparse(samples).sparse(sums).sparse(squares);
    }

    static DayTally read(StateIn in) {
        long day = in.i64();
        int seconds = in.i32();
        int above = in.i32();
        float[] ratios = in.sparse(BINS);
        DayTally tally = new DayTally(
                day, ratios, in.sparse(WitnessCurve.BINS), in.sparse(WitnessCurve.BINS), in.sparse(WitnessCurve.BINS));
        tally.seconds = seconds;
        tally.secondsAboveMost = above;
        return tally;
    }
}
