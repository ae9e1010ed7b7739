package energy.registry.ops.twin;

/**
 * A stationary Ornstein-Uhlenbeck process with mean 0 and variance 1 on a grid of steps. Its value at any step is the
 * fading sum of the noise before it, started ten correlation times earlier, where the start is forgotten to e^-10.
 */
final class OrnsteinUhlenbeck {
    private static final int FORGOTTEN_AFTER_CORRELATIONS = 10;

    private final HashedNoise noise;
    private final long stepSeconds;
    private final int warmUpSteps;
    private final double keep;
    private final double fresh;

    OrnsteinUhlenbeck(long seed, long stepSeconds, long correlationSeconds) {
        this.noise = new HashedNoise(seed);
        this.stepSeconds = stepSeconds;
        this.warmUpSteps = Math.toIntExact(FORGOTTEN_AFTER_CORRELATIONS * correlationSeconds / stepSeconds);
        this.keep = Math.exp(-(double) stepSeconds / correlationSeconds);
        this.fresh = Math.sqrt(1 - keep * keep);
    }

    /** The values at {@code count} steps from the one that holds {@code epochSecond}. */
    double[] series(long epochSecond, int count) {
        long first = Math.floorDiv(epochSecond, stepSeconds);
        double value = noise.at(first - warmUpSteps);
        for (long step = first - warmUpSteps + 1; step < first; step++) {
            value = keep * value + fresh * noise.at(step);
        }
        double[] series = new double[count];
        for (int i = 0; i < count; i++) {
            value = keep * value + fresh * noise.at(first + i);
            series[i] = value;
        }
        return series;
    }
}
