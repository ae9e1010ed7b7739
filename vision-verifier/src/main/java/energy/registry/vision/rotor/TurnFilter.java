package energy.registry.vision.rotor;

/**
 * By how much a phase advanced from the first moment to the last, of a speed that may wander: a Kalman filter over phase,
 * speed and the phase at the start, which is carried along so that the difference comes with its own variance. How fast the
 * speed wanders is chosen by likelihood; a steady rotor is the limit in which the filter is a straight line.
 *
 * @param turned advance, radians of the phase
 * @param variance of it, for measurements of which each is worth an independent one
 */
record TurnFilter(double turned, double variance) {
    /** Variance of the start's phase, radians squared: as good as unknown. */
    private static final double UNKNOWN = 1e4;

    /** Speed wander tried, as spectral density of the acceleration over the measurement's variance, by powers of ten. */
    private static final int WANDER_LOWEST = -7;

    private static final int WANDER_HIGHEST = 3;

    /** Innovations below this part of a radian are the arithmetic's, not the picture's. */
    private static final double VARIANCE_MIN = 1e-10;

    /**
     * @param looseness variance of each value in terms of a good one's; infinite: not counted
     * @param worth how many independent values the series is worth: only so much speaks for a wandering speed
     */
    static TurnFilter of(double[] seconds, double[] phase, double[] looseness, double radiansPerSecond, double worth) {
        Run best = new Run(seconds, phase, looseness, radiansPerSecond, 0);
        double bestScore = best.likelihood * worth / phase.length;
        for (int power = 2 * WANDER_LOWEST; power <= 2 * WANDER_HIGHEST; power++) {
            Run run = new Run(seconds, phase, looseness, radiansPerSecond, Math.pow(10, power / 2.0));
            double score = run.likelihood * worth / phase.length - Math.log(worth) / 2;
            if (score > bestScore) {
                best = run;
                bestScore = score;
            }
        }
        return new TurnFilter(best.turned, best.relativeVariance * best.noise * best.inefficiency);
    }

    /** One pass of the filter; all variances are relative to the measurement's until its size is known at the end. */
    private static final class Run {
        private final double likelihood;
        private final double turned;
        private final double relativeVariance;
        private final double noise;
        private final double inefficiency;

        Run(double[] seconds, double[] phase, double[] looseness, double speed, double wander) {
            int n = phase.length;
            double[] x = {phase[0], speed, phase[0]};
            double spread = Math.max(0.01, 0.25 * speed * speed);
            double[][] p = {{UNKNOWN, 0, UNKNOWN}, {0, UNKNOWN * spread, 0}, {UNKNOWN, 0, UNKNOWN}};
            double squares = 0;
            double logs = 0;
            double product = 0;
            double last = 0;
            int counted = 0;
            int seen = 0;
            for (int t = 0; t < n; t++) {
                if (t > 0) {
                    advance(x, p, seconds[t] - seconds[t - 1], wander);
                }
                if (Double.isInfinite(looseness[t])) {
                    continue;
                }
                double innovation = phase[t] - x[0];
                double size = p[0][0] + looseness[t];
                if (seen++ >= 2) {
                    double scaled = innovation / Math.sqrt(size);
                    squares += scaled * scaled;
                    logs += Math.log(size);
                    product += scaled * last;
                    last = scaled;
                    counted++;
                }
                correct(x, p, innovation, size);
            }
            noise = Math.max(VARIANCE_MIN, squares / Math.max(1, counted));
            likelihood = -0.5 * (counted * Math.log(noise) + logs);
            turned = x[0] - x[2];
            relativeVariance = p[0][0] + p[2][2] - 2 * p[0][2];
            double correlation = squares > 0 ? Math.max(0, Math.min(0.9, product / squares)) : 0;
            inefficiency = (1 + correlation) / (1 - correlation);
        }

        private static void advance(double[] x, double[][] p, double dt, double wander) {
            x[0] += dt * x[1];
            for (int k = 0; k < 3; k++) {
                p[0][k] += dt * p[1][k];
            }
            for (int k = 0; k < 3; k++) {
                p[k][0] += dt * p[k][1];
            }
            p[0][0] += wander * dt * dt * dt / 3;
            p[0][1] += wander * dt * dt / 2;
            p[1][0] += wander * dt * dt / 2;
            p[1][1] += wander * dt;
        }

        private static void correct(double[] x, double[][] p, double innovation, double size) {
            double[] gain = {p[0][0] / size, p[1][0] / size, p[2][0] / size};
            double[] row = p[0].clone();
            for (int i = 0; i < 3; i++) {
                x[i] += gain[i] * innovation;
                for (int k = 0; k < 3; k++) {
                    p[i][k] -= gain[i] * row[k];
                }
            }
        }
    }
}
