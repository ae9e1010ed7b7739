package energy.registry.vision.rotor;

/**
 * The mean speed in a phase series: total phase over time, the ends taken from a polynomial as stiff as the series allows
 * (a steady rotor: a line), next to the ripple that repeats with every pass, which a tower, a slanted view or a
 * background make.
 *
 * @param hertz mean rate of passes
 * @param standardUncertaintyHertz from the residuals and their correlation
 * @param residualRadians root mean square of what neither turning nor ripple explains
 * @param variation how much the speed itself varies, relative
 * @param slips part of the frames at which the phase jumps
 */
record PhaseFit(double hertz, double standardUncertaintyHertz, double residualRadians, double slips, double variation) {
    private static final int DEGREE_MAX = 11;

    /** A pass of noisy, correlated angles is worth about this many independent ones. */
    private static final double WORTH_PER_PASS = 4;

    private static final double WORTH_MIN = 8;
    private static final int SPEEDS = 60;
    private static final int RIPPLES = 2;
    private static final double SLIP_RADIANS = Math.PI / 2;

    static PhaseFit of(double[] seconds, double[] phase) {
        double passes = Math.abs(phase[phase.length - 1] - phase[0]) / (2 * Math.PI);
        double worth = Math.max(WORTH_MIN, Math.min(phase.length, WORTH_PER_PASS * passes));
        int stiffest = (int) Math.min(DEGREE_MAX, 1 + passes);
        LeastSquares best = null;
        int bestDegree = 1;
        double bestScore = Double.POSITIVE_INFINITY;
        for (int degree = 1; degree <= stiffest && phase.length > 4 * (degree + 5); degree++) {
            LeastSquares fit = LeastSquares.fit(rows(seconds, phase, degree), phase);
            double score = worth * Math.log(fit.sumOfSquares() / phase.length + 1e-12) + degree * Math.log(worth);
            if (best == null || score < bestScore) {
                bestScore = score;
                best = fit;
                bestDegree = degree;
            }
        }
        return result(seconds, phase, best, bestDegree);
    }

    private static PhaseFit result(double[] seconds, double[] phase, LeastSquares fit, int degree) {
        int n = phase.length;
        double duration = seconds[n - 1] - seconds[0];
        double[] difference = new double[fit.solution.length];
        for (int power = 1; power <= degree; power++) {
            difference[power] = power % 2 == 1 ? 2 : 0;
        }
        double turned = LeastSquares.dot(difference, fit.solution);
        double variance = fit.sumOfSquares() / Math.max(1, n - fit.solution.length);
        double spread = variance * fit.varianceOf(difference) * n / independent(fit.residuals);
        double perSecond = 1 / (2 * Math.PI * duration);
        return new PhaseFit(
                turned * perSecond,
                Math.sqrt(spread) * perSecond,
                Math.sqrt(fit.sumOfSquares() / n),
                slips(fit.residuals),
                variation(fit, seconds, phase, degree));
    }

    /** Standard deviation of the fitted speed over the clip, as a part of the mean speed. */
    private static double variation(LeastSquares fit, double[] seconds, double[] phase, int degree) {
        double[][] rows = rows(seconds, phase, degree);
        int stride = Math.max(1, rows.length / SPEEDS);
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int t = stride; t < rows.length; t += stride) {
            double turned = 0;
            for (int k = 0; k <= degree; k++) {
                turned += fit.solution[k] * (rows[t][k] - rows[t - stride][k]);
            }
            double speed = turned / Math.max(1e-9, seconds[t] - seconds[t - stride]);
            sum += speed;
            squares += speed * speed;
            count++;
        }
        double mean = sum / Math.max(1, count);
        return mean == 0 ? 0 : Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)) / Math.abs(mean);
    }

    /** Legendre polynomials of the time, -1 at the start and 1 at the end, then the ripple of the pass. */
    private static double[][] rows(double[] seconds, double[] phase, int degree) {
        int n = seconds.length;
        double[][] rows = new double[n][degree + 1 + 2 * RIPPLES];
        for (int t = 0; t < n; t++) {
            double time = 2 * (seconds[t] - seconds[0]) / (seconds[n - 1] - seconds[0]) - 1;
            rows[t][0] = 1;
            rows[t][1] = time;
            for (int k = 2; k <= degree; k++) {
                rows[t][k] = ((2 * k - 1) * time * rows[t][k - 1] - (k - 1) * rows[t][k - 2]) / k;
            }
            for (int k = 1; k <= RIPPLES; k++) {
                rows[t][degree + 2 * k - 1] = Math.cos(k * phase[t]);
                rows[t][degree + 2 * k] = Math.sin(k * phase[t]);
            }
        }
        return rows;
    }

    /** How many independent values a correlated series is worth, by its correlation from one to the next. */
    private static double independent(double[] residuals) {
        double power = 1e-12;
        double product = 0;
        for (int t = 0; t < residuals.length; t++) {
            power += residuals[t] * residuals[t];
            product += t > 0 ? residuals[t] * residuals[t - 1] : 0;
        }
        double correlation = Math.max(0, Math.min(0.98, product / power));
        return Math.max(4, residuals.length * (1 - correlation) / (1 + correlation));
    }

    private static double slips(double[] residuals) {
        int slips = 0;
        for (int t = 1; t < residuals.length; t++) {
            slips += Math.abs(residuals[t] - residuals[t - 1]) > SLIP_RADIANS ? 1 : 0;
        }
        return slips / (double) residuals.length;
    }
}
