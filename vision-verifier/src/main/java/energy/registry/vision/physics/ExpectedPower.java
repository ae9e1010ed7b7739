package energy.registry.vision.physics;

/**
 * The power that a clip leaves possible, W.
 *
 * @param expectedW what the metered power is tested against: for a rotor the mean at its speed, for an array the most
 *     that sun, sky and panels allow
 * @param standardUncertaintyW of that (GUM, k = 1)
 * @param basis name and version of the model
 */
public record ExpectedPower(double expectedW, double standardUncertaintyW, String basis) {
    /** About 95 % coverage. */
    static final double COVERAGE = 2;

    /** Meter of class 1 and less: 1 % at k = 2 would do, the double leaves room for losses up to the meter. */
    static final double METER_PART = 0.01;

    public double highW() {
        return expectedW + COVERAGE * standardUncertaintyW;
    }

    public double lowW() {
        return Math.max(0, expectedW - COVERAGE * standardUncertaintyW);
    }

    /** One-sided: by how many standard uncertainties a mean power exceeds what is expected. */
    public double excess(double meteredW) {
        return (meteredW - expectedW) / Math.max(1, Math.hypot(standardUncertaintyW, METER_PART * meteredW));
    }
}
