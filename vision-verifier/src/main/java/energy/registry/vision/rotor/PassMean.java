package energy.registry.vision.rotor;

import java.util.Arrays;

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

    /**
     * For each moment, the mean over the window of this length around it; nearer than half a window to an end, the line
     * through the end's two means one window apart.
     */
    double[] over(double length) {
        int n = seconds.length;
        double begin = seconds[0];
        double last = seconds[n - 1];
        double window = Math.min(length, (last - begin) / 2);
        double first = mean(begin, window);
        double rise = (mean(begin + window, window) - first) / window;
        double end = mean(last - window, window);
        double fall = (end - mean(last - 2 * window, window)) / window;
        double[] means = new double[n];
        for (int t = 0; t < n; t++) {
            double early = begin + window / 2 - seconds[t];
            double late = seconds[t] - (last - window / 2);
            if (early > 0) {
                means[t] = first - rise * early;
            } else if (late > 0) {
                means[t] = end + fall * late;
            } else {
                means[t] = mean(seconds[t] - window / 2, window);
            }
        }
        return means;
    }

    private double mean(double start, double window) {
        return (at(before(start + window), start + window) - at(before(start), start)) / window;
    }

    /** The last sample that is not later, but never the very last one. */
    private int before(double second) {
        int found = Arrays.binarySearch(seconds, second);
        int at = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(seconds.length - 2, at));
    }

    private double at(int before, double second) {
        double step = seconds[before + 1] - seconds[before];
        double part = step > 0 ? (second - seconds[before]) / step : 0;
        double value = values[before] + (values[before + 1] - values[before]) * part;
        return integral[before] + (values[before] + value) / 2 * part * step;
    }
}
