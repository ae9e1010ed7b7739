package energy.registry.vision.rotor;

import java.util.Arrays;

/**
 * Means of series over windows of exactly one pass: what drifts slowly stays in them, what turns averages out. Taken away
 * from a series, clouds no longer pull the angle towards themselves. Where the windows lie is found once for all series.
 */
final class PassMean {
    private final double[] seconds;
    private final double window;
    private final Place[] starts;
    private final Place[] ends;

    PassMean(double[] seconds, double length) {
        this.seconds = seconds;
        int n = seconds.length;
        double last = seconds[n - 1];
        window = Math.min(length, (last - seconds[0]) / 2);
        starts = new Place[n + 4];
        ends = new Place[n + 4];
        for (int t = 0; t < n; t++) {
            window(t, seconds[t] - window / 2);
        }
        window(n, seconds[0]);
        window(n + 1, seconds[0] + window);
        window(n + 2, last - window);
        window(n + 3, last - 2 * window);
    }

    /** A moment between two samples. */
    private record Place(int before, double part, double step) {}

    private void window(int at, double start) {
        starts[at] = place(start);
        ends[at] = place(start + window);
    }

    private Place place(double second) {
        int found = Arrays.binarySearch(seconds, second);
        int at = Math.max(0, Math.min(seconds.length - 2, found >= 0 ? found : -found - 2));
        double step = seconds[at + 1] - seconds[at];
        return new Place(at, step > 0 ? (second - seconds[at]) / step : 0, step);
    }

    /**
     * For each moment, the mean over the window around it; nearer than half a window to an end, the line through the end's
     * two means one window apart.
     */
    double[] over(double[] values) {
        int n = seconds.length;
        double[] integral = new double[n];
        for (int t = 1; t < n; t++) {
            integral[t] = integral[t - 1] + (values[t] + values[t - 1]) / 2 * (seconds[t] - seconds[t - 1]);
        }
        double first = mean(n, values, integral);
        double rise = (mean(n + 1, values, integral) - first) / window;
        double end = mean(n + 2, values, integral);
        double fall = (end - mean(n + 3, values, integral)) / window;
        double[] means = new double[n];
        for (int t = 0; t < n; t++) {
            double early = seconds[0] + window / 2 - seconds[t];
            double late = seconds[t] - (seconds[n - 1] - window / 2);
            means[t] = early > 0 ? first - rise * early : late > 0 ? end + fall * late : mean(t, values, integral);
        }
        return means;
    }

    private double mean(int at, double[] values, double[] integral) {
        return (until(ends[at], values, integral) - until(starts[at], values, integral)) / window;
    }

    private static double until(Place place, double[] values, double[] integral) {
        double before = values[place.before];
        double value = before + (values[place.before + 1] - before) * place.part;
        return integral[place.before] + (before + value) / 2 * place.part * place.step;
    }
}
