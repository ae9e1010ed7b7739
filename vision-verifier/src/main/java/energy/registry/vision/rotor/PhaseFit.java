package energy.registry.vision.rotor;

import java.util.Arrays;

/**
 * The mean speed in a phase series: total phase over time, see {@link TurnFilter}, after the ripple that repeats with
 * every pass is taken out, which a tower, a slanted view or a background make. The ripple is fitted next to a polynomial as
 * stiff as the series allows (a steady rotor: a line).
 *
 * @param hertz mean rate of passes
 * @param standardUncertaintyHertz from the filter's innovations and their correlation
 * @param residualRadians root mean square of what neither turning nor ripple explains
 * @param variation how much the speed itself varies, relative
 * @param slips part of the frames at which the phase jumps
 * @param leap largest step that the phase makes between two frames and keeps, radians: a rotor's mass makes none
 * @param freshPart part of the frames that the fit rests on, the others being stale
 */
record PhaseFit(
        double hertz,
        double standardUncertaintyHertz,
        double residualRadians,
        double slips,
        double leap,
        double variation,
        double freshPart) {
    private static final int DEGREE_MAX = 11;
    private static final int FRESH_ROUNDS = 3;

    /** A pass of noisy, correlated angles is worth about this many independent ones. */
    private static final double WORTH_PER_PASS = 4;

    private static final double WORTH_MIN = 8;
    private static final int SPEEDS = 60;
    private static final int RIPPLES = 2;
    /** Of the residuals' median size: 3.5 standard deviations where they are normal. */
    private static final double LEAP_OVER_USUAL = 5.2;

    private static final double END_LOOSENESS = 2.5;

    /** A step counts when it is kept for so long. */
    private static final double LEAP_SECONDS = 0.35;

    private static final int LEAP_FRAMES_MIN = 5;
    private static final double SLIP_RADIANS = Math.PI / 2;

    static PhaseFit of(double[] seconds, double[] phase) {
        double passes = Math.abs(phase[phase.length - 1] - phase[0]) / (2 * Math.PI);
        double worth = Math.max(WORTH_MIN, Math.min(phase.length, WORTH_PER_PASS * passes));
        int stiffest = (int) Math.min(DEGREE_MAX, 1 + passes);
        double[] freshSeconds = seconds;
        double[] freshPhase = phase;
        Model model = Model.of(seconds, phase, stiffest, worth);
        for (int round = 0; round < FRESH_ROUNDS; round++) {
            boolean[] fresh = FreshFrames.of(model.residuals(seconds, phase), Math.signum(phaseSpeed(seconds, phase)));
            freshSeconds = FreshFrames.only(seconds, fresh);
            freshPhase = FreshFrames.only(phase, fresh);
            model = Model.of(freshSeconds, freshPhase, stiffest, worth);
        }
        double freshPart = (double) freshPhase.length / phase.length;
        return result(freshSeconds, freshPhase, model, worth, seconds[seconds.length - 1] - seconds[0], freshPart);
    }

    /**
     * @param solution of a polynomial of the time and the ripple of the pass
     * @param first and last second that the polynomial's time runs between
     */
    private record Model(LeastSquares fit, int degree, double first, double last) {
        /** The stiffest that the series speaks for, by Bayes' criterion over its worth. */
        static Model of(double[] seconds, double[] phase, int stiffest, double worth) {
            double first = seconds[0];
            double last = seconds[seconds.length - 1];
            Model best = null;
            double bestScore = Double.POSITIVE_INFINITY;
            for (int degree = 1; degree <= stiffest && phase.length > 4 * (degree + 5); degree++) {
                LeastSquares fit = LeastSquares.fit(PhaseFit.rows(seconds, phase, degree, first, last), phase);
                double score = worth * Math.log(fit.sumOfSquares() / phase.length + 1e-12) + degree * Math.log(worth);
                if (best == null || score < bestScore) {
                    bestScore = score;
                    best = new Model(fit, degree, first, last);
                }
            }
            return best == null
                    ? new Model(LeastSquares.fit(PhaseFit.rows(seconds, phase, 1, first, last), phase), 1, first, last)
                    : best;
        }

        double[] residuals(double[] seconds, double[] phase) {
            double[][] rows = rows(seconds, phase);
            double[] residuals = new double[phase.length];
            for (int t = 0; t < residuals.length; t++) {
                residuals[t] = phase[t] - LeastSquares.dot(rows[t], fit.solution);
            }
            return residuals;
        }

        double[][] rows(double[] seconds, double[] phase) {
            return PhaseFit.rows(seconds, phase, degree, first, last);
        }
    }

    /** @param whole length of the clip, s: fresh frames may begin later and end earlier */
    private static PhaseFit result(
            double[] seconds, double[] phase, Model model, double worth, double whole, double freshPart) {
        int n = phase.length;
        double duration = seconds[n - 1] - seconds[0];
        double[] smooth = withoutRipple(seconds, phase, model);
        double[] looseness = looseness(seconds, phase, model.fit.residuals);
        TurnFilter turn = TurnFilter.of(seconds, smooth, looseness, phaseSpeed(seconds, phase), worth);
        double perSecond = 1 / (2 * Math.PI * duration);
        double variation = variation(seconds, phase, model);
        double hertz = turn.turned() * perSecond;
        // What the clip did before the first fresh frame and after the last is not seen: its speed is the others'.
        double unseen = Math.abs(hertz) * variation * Math.max(0, whole - duration) / whole;
        return new PhaseFit(
                hertz,
                Math.hypot(Math.sqrt(turn.variance()) * perSecond, unseen),
                Math.sqrt(model.fit.sumOfSquares() / n),
                slips(model.fit.residuals),
                leap(seconds, phase),
                variation,
                freshPart);
    }

    private static double phaseSpeed(double[] seconds, double[] phase) {
        int last = phase.length - 1;
        return (phase[last] - phase[0]) / (seconds[last] - seconds[0]);
    }

    private static double[] withoutRipple(double[] seconds, double[] phase, Model model) {
        double[][] rows = model.rows(seconds, phase);
        double[] smooth = phase.clone();
        for (int t = 0; t < smooth.length; t++) {
            for (int k = model.degree + 1; k < rows[t].length; k++) {
                smooth[t] -= model.fit.solution[k] * rows[t][k];
            }
        }
        return smooth;
    }

    /**
     * Single values that are far off, as where a blade lies before the tower, do not count. Within half a pass of either
     * end the background's drift is only extrapolated, so those count less.
     */
    private static double[] looseness(double[] seconds, double[] phase, double[] residuals) {
        double[] sizes = new double[residuals.length];
        for (int t = 0; t < sizes.length; t++) {
            sizes[t] = Math.abs(residuals[t]);
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double limit = LEAP_OVER_USUAL * sorted[sorted.length / 2];
        double halfPass = Math.PI / Math.max(1e-6, Math.abs(phaseSpeed(seconds, phase)));
        double last = seconds[seconds.length - 1];
        double[] looseness = new double[sizes.length];
        for (int t = 0; t < sizes.length; t++) {
            boolean atEnd = Math.min(seconds[t] - seconds[0], last - seconds[t]) < halfPass;
            looseness[t] = sizes[t] > limit ? Double.POSITIVE_INFINITY : atEnd ? END_LOOSENESS : 1;
        }
        return looseness;
    }

    /** Standard deviation of the fitted speed over the clip, as a part of the mean speed. */
    private static double variation(double[] seconds, double[] phase, Model model) {
        double[][] rows = model.rows(seconds, phase);
        int stride = Math.max(1, rows.length / SPEEDS);
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int t = stride; t < rows.length; t += stride) {
            double turned = 0;
            for (int k = 0; k <= model.degree; k++) {
                turned += model.fit.solution[k] * (rows[t][k] - rows[t - stride][k]);
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
    private static double[][] rows(double[] seconds, double[] phase, int degree, double first, double last) {
        int n = seconds.length;
        double[][] rows = new double[n][degree + 1 + 2 * RIPPLES];
        for (int t = 0; t < n; t++) {
            double time = 2 * (seconds[t] - first) / (last - first) - 1;
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

    private static double leap(double[] seconds, double[] phase) {
        int n = phase.length;
        double rate = (n - 1) / (seconds[n - 1] - seconds[0]);
        int reach = (int) Math.max(LEAP_FRAMES_MIN, Math.round(LEAP_SECONDS * rate));
        double speed = phaseSpeed(seconds, phase);
        double greatest = 0;
        for (int t = reach; t + reach <= n; t++) {
            double before = median(seconds, phase, speed, t - reach, t);
            double after = median(seconds, phase, speed, t, t + reach);
            greatest = Math.max(greatest, Math.abs(after - before));
        }
        return greatest;
    }

    private static double median(double[] seconds, double[] phase, double speed, int from, int to) {
        double[] rest = new double[to - from];
        for (int k = 0; k < rest.length; k++) {
            rest[k] = phase[from + k] - speed * seconds[from + k];
        }
        Arrays.sort(rest);
        return rest[rest.length / 2];
    }

    private static double slips(double[] residuals) {
        int slips = 0;
        for (int t = 1; t < residuals.length; t++) {
            slips += Math.abs(residuals[t] - residuals[t - 1]) > SLIP_RADIANS ? 1 : 0;
        }
        return slips / (double) residuals.length;
    }
}
