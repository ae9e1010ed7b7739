package energy.registry.vision.rotor;

/**
 * Means of a series over windows of exactly one pass: what drifts slowly stays in them, what turns averages out. Taken
 * away from the series, clouds no longer pull the angle towards themselves.
 */
final class PassMean {
    private final double[] seconds;
    private final double[] integral;
    private final double[] values;

    PassMean(double[] seconds, double[] values) {
        this.seconds = seconds;
        this.values = values;
        integral = new double[values.length];
        for (int t = 1; t < values.length; t++) {
            integral[t] = integral[t - 1] + (values[t] + values[t - 1]) / 2 * (seconds[t] - seconds[t - 1]);
        }
    }

    /** For each moment, the mean over the window of this length around it, moved inwards at the ends. */
    double[] over(double length) {
        int n = seconds.length;
        double last = seconds[n - 1];
        double[] means = new double[n];
        double window = Math.min(length, last - seconds[0]);
        int from = 0;
        int to = 0;
        for (int t = 0; t < n; t++) {
            double start = Math.max(seconds[0], Math.min(last - window, seconds[t] - window / 2));
            while (from < n - 2 && seconds[from + 1] < start) {
                from++;
            }
            while (to < n - 2 && seconds[to + 1] < start + window) {
                to++;
            }
            means[t] = (at(to, start + window) - at(from, start)) / window;
        }
        return means;
    }

    private double at(int before, double second) {
        double step = seconds[before + 1] - seconds[before];
        double part = step > 0 ? (second - seconds[before]) / step : 0;
        double value = values[before] + (values[before + 1] - values[before]) * part;
        return integral[before] + (values[before] + value) / 2 * part * step;
    }
}
