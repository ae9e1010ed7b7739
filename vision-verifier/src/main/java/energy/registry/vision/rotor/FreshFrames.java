package energy.registry.vision.rotor;

import java.util.Arrays;

/**
 * Tells frames that show the rotor where it is from those that show it where it was. An encoder that is short of bits
 * leaves small things as they were for some frames and then lets them leap forward: the angle lags behind, and never runs
 * ahead. Only where the angles are skewed in this way are frames left out.
 */
final class FreshFrames {
    /** Angles scatter further behind than ahead by this factor: below it is noise. */
    private static final double SKEW_MIN = 1.6;

    /** So many of the scatters ahead behind the usual angle, a frame is stale. */
    private static final double STALE_OVER_AHEAD = 2;

    /** Of frames that are mostly stale none are left out: then it is something else. */
    private static final double FRESH_PART_MIN = 0.3;

    /** A median's distance in standard deviations of a normal distribution. */
    private static final double SIGMAS = 1.48;

    private FreshFrames() {}

    /** @param sense the sign of the turning: stale angles are on its other side */
    static boolean[] of(double[] residuals, double sense) {
        double[] ahead = new double[residuals.length];
        for (int t = 0; t < ahead.length; t++) {
            ahead[t] = sense * residuals[t];
        }
        double[] sorted = ahead.clone();
        Arrays.sort(sorted);
        double usual = mode(sorted);
        double before = SIGMAS * middle(sorted, usual, true);
        double behind = SIGMAS * middle(sorted, usual, false);
        boolean[] fresh = new boolean[ahead.length];
        int count = 0;
        for (int t = 0; t < ahead.length; t++) {
            fresh[t] = ahead[t] >= usual - STALE_OVER_AHEAD * before;
            count += fresh[t] ? 1 : 0;
        }
        if (behind < SKEW_MIN * before || count < FRESH_PART_MIN * ahead.length) {
            Arrays.fill(fresh, true);
        }
        return fresh;
    }

    /** The middle of the densest third. */
    private static double mode(double[] sorted) {
        int part = Math.max(1, sorted.length / 3);
        int densest = 0;
        for (int i = 0; i + part < sorted.length; i++) {
            if (sorted[i + part] - sorted[i] < sorted[densest + part] - sorted[densest]) {
                densest = i;
            }
        }
        return sorted[densest + part / 2];
    }

    /** Median distance of what lies on one side. */
    private static double middle(double[] sorted, double usual, boolean above) {
        double[] distances = Arrays.stream(sorted)
                .filter(value -> above ? value >= usual : value < usual)
                .map(value -> Math.abs(value - usual))
                .sorted()
                .toArray();
        return distances.length == 0 ? 0 : distances[distances.length / 2];
    }

    static double[] only(double[] values, boolean[] which) {
        double[] kept = new double[values.length];
        int count = 0;
        for (int t = 0; t < values.length; t++) {
            if (which[t]) {
                kept[count++] = values[t];
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
