package energy.registry.vision.physics;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;

/**
 * Power over rotor speed of one machine: the manufacturer's curve, drawn by every accepted interval towards what this
 * machine delivers. Per bin of speed the departure from the curve's middle has a normal distribution of unknown mean and
 * variance, with the curve as prior worth {@link #PRIOR_WEIGHT} intervals (normal-inverse-gamma; Gelman et al., Bayesian
 * Data Analysis, 3.3); between bins it is linear. The same pairs in the same order give the same model.
 */
public final class RotorPowerModel {
    public static final String BASIS = "rotor-power-1";

    /** The curve counts as much as so many intervals: a day's worth of them outweighs it. */
    static final double PRIOR_WEIGHT = 8;

    static final int BINS = 64;

    /** Tolerance of a manufacturer's curve at k = 1, part of the power. */
    static final double CURVE_PART = 0.05;

    /** Meter, losses and wake, part of the capacity: a band is never narrower. */
    static final double FLOOR_PART = 0.01;

    /** Air is denser by a tenth in winter than in summer, and a history may know one of them: never narrower either. */
    static final double AIR_PART = 0.05;

    /** A clip represents its interval's speed to this part (gusts of 5 % with a correlation time of 15 s). */
    static final double SAMPLING_PART = 0.043;

    private static final double MILLI = 1_000;
    private static final double MICRO = 1e6;

    private final Rotor rotor;
    private final double capacityW;
    private final double binRpm;
    private final double[] count = new double[BINS + 1];
    private final double[] mean = new double[BINS + 1];
    private final double[] squares = new double[BINS + 1];

    public RotorPowerModel(Rotor rotor, long capacityW) {
        this.rotor = rotor;
        this.capacityW = capacityW;
        this.binRpm = rotor.maxMilliRpm() / MILLI / BINS;
    }

    public void learn(AcceptedPair pair) {
        double rpm = pair.microRpm() / MICRO;
        int bin = bin(rpm);
        double departure = pair.watts() - middle(rpm);
        double before = departure - mean[bin];
        count[bin]++;
        mean[bin] += before / count[bin];
        squares[bin] += before * (departure - mean[bin]);
    }

    private int bin(double rpm) {
        return (int) Math.max(0, Math.min(BINS, Math.round(rpm / binRpm)));
    }

    /**
     * The power at a clip's speed.
     *
     * @param standardUncertaintyRpm the clip's own; that of having looked only at a moment is added
     */
    public ExpectedPower at(double rpm, double standardUncertaintyRpm) {
        double expected = expected(rpm);
        double speed = Math.hypot(standardUncertaintyRpm, SAMPLING_PART * rpm);
        // The curve is bent: what an over-claim is tested against is how much more a faster rotor would deliver.
        double faster = (expected(rpm + ExpectedPower.COVERAGE * speed) - expected) / ExpectedPower.COVERAGE;
        double around = Math.abs(expected(rpm + speed) - expected(Math.max(0, rpm - speed))) / 2;
        double fromSpeed = Math.max(faster, around);
        double fromCurve = Math.sqrt(variance(rpm));
        return new ExpectedPower(expected, Math.hypot(fromSpeed, fromCurve), BASIS);
    }

    private double expected(double rpm) {
        double place = Math.max(0, Math.min(BINS, rpm / binRpm));
        int below = (int) Math.min(BINS - 1, place);
        double part = place - below;
        return Math.max(0, middle(rpm) + (1 - part) * departure(below) + part * departure(below + 1));
    }

    private double departure(int bin) {
        return count[bin] * mean[bin] / (PRIOR_WEIGHT + count[bin]);
    }

    /** Of the two bins around a speed, the less known counts: what is drawn between them is no better than it. */
    private double variance(double rpm) {
        int below = (int) Math.max(0, Math.min(BINS - 1, Math.floor(rpm / binRpm)));
        return Math.max(variance(below, rpm), variance(below + 1, rpm));
    }

    private double variance(int bin, double rpm) {
        double n = count[bin];
        double prior = priorVariance(rpm);
        double whole = PRIOR_WEIGHT + n;
        double spread = PRIOR_WEIGHT * prior + squares[bin] + PRIOR_WEIGHT * n / whole * mean[bin] * mean[bin];
        double floor = Math.hypot(FLOOR_PART * capacityW, AIR_PART * middle(rpm));
        return Math.max(floor * floor, spread / whole * (1 + 1 / whole));
    }

    private double priorVariance(double rpm) {
        CurvePoint band = band(rpm);
        double quarter = (band.maxW() - band.minW()) / 4.0;
        double tolerance = CURVE_PART * middle(rpm);
        double floor = FLOOR_PART * capacityW;
        return quarter * quarter + tolerance * tolerance + floor * floor;
    }

    private double middle(double rpm) {
        CurvePoint band = band(rpm);
        return (band.minW() + band.maxW()) / 2.0;
    }

    /** Slower than it feeds, a rotor's power falls to nothing at standstill. */
    private CurvePoint band(double rpm) {
        long milli = Math.round(rpm * MILLI);
        CurvePoint band = rotor.at(Math.max(milli, rotor.minMilliRpm()));
        if (milli >= rotor.minMilliRpm()) {
            return band;
        }
        return new CurvePoint(milli, 0, Math.max(0, band.maxW()) * milli / Math.max(1, rotor.minMilliRpm()));
    }
}
