package energy.registry.vision.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the speeds that clips show follow the power that the meter counts from minute to minute. Footage of another
 * day cannot. Pearson's correlation of the power expected at each clip's speed with the power metered in that minute; its
 * 95 % interval by Fisher's z with the number of independent pairs of two autocorrelated series (Bartlett 1946).
 */
public final class SpeedPowerCorrelation {
    /** Fewer clips say nothing either way. */
    public static final int CLIPS_MIN = 8;

    /** A day of minutes. */
    public static final int MINUTES_MAX = 1_440;

    /** A true pair of series correlates by more than 0.9 where the wind varies at all. */
    static final double FOLLOWS_MIN = 0.5;

    /** Power has to vary by this many of its uncertainties: a flat day follows everything. */
    static final double VARIES_MIN = 1;

    static final int INDEPENDENT_MIN = 5;

    private static final double COVERAGE = 1.96;
    private static final long MINUTE = 60;

    private SpeedPowerCorrelation() {}

    /** A clip's speed, in power expected. */
    public record ClipPower(long epochSecond, ExpectedPower expected) {}

    /** Mean power metered in the minute that begins here, W. */
    public record MinutePower(long epochSecond, double watts) {}

    public enum Answer {
        FOLLOWS,
        DOES_NOT_FOLLOW,
        UNDECIDED
    }

    /** @param correlation with its 95 % interval; 0, -1, 1 when too little is there to tell */
    public record Result(Answer answer, int pairs, double correlation, double low, double high) {}

    public static Result of(List<ClipPower> clips, List<MinutePower> minutes) {
        Map<Long, Double> metered = new TreeMap<>();
        minutes.forEach(minute -> metered.put(Math.floorDiv(minute.epochSecond(), MINUTE), minute.watts()));
        List<double[]> pairs = new ArrayList<>();
        double uncertainty = 0;
        List<ClipPower> inOrder = new ArrayList<>(clips);
        inOrder.sort((a, b) -> Long.compare(a.epochSecond(), b.epochSecond()));
        for (ClipPower clip : inOrder) {
            Double watts = metered.get(Math.floorDiv(clip.epochSecond(), MINUTE));
            if (watts != null) {
                pairs.add(new double[] {clip.expected().expectedW(), watts});
                uncertainty += clip.expected().standardUncertaintyW();
            }
        }
        int n = pairs.size();
        double[] seen = column(pairs, 0);
        double[] counted = column(pairs, 1);
        double most = n < CLIPS_MIN ? 0 : Math.max(spread(seen), spread(counted));
        boolean varies = most > VARIES_MIN * uncertainty / Math.max(1, n) && spread(seen) > 0 && spread(counted) > 0;
        if (!varies) {
            return new Result(Answer.UNDECIDED, n, 0, -1, 1);
        }
        return result(n, seen, counted);
    }

    private static Result result(int n, double[] seen, double[] counted) {
        double r = Math.max(-0.9999, Math.min(0.9999, correlation(seen, counted, 0)));
        double shared = correlation(seen, seen, 1) * correlation(counted, counted, 1);
        double independent = n * (1 - Math.max(0, shared)) / (1 + Math.max(0, shared));
        double z = 0.5 * Math.log((1 + r) / (1 - r));
        double half = COVERAGE / Math.sqrt(Math.max(INDEPENDENT_MIN, independent) - 3);
        double low = Math.tanh(z - half);
        double high = Math.tanh(z + half);
        Answer answer = Answer.UNDECIDED;
        if (low > FOLLOWS_MIN) {
            answer = Answer.FOLLOWS;
        } else if (high < FOLLOWS_MIN) {
            answer = Answer.DOES_NOT_FOLLOW;
        }
        return new Result(answer, n, r, low, high);
    }

    private static double[] column(List<double[]> pairs, int which) {
        return pairs.stream().mapToDouble(pair -> pair[which]).toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double spread(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    private static double correlation(double[] one, double[] other, int lag) {
        double meanOne = mean(one);
        double meanOther = mean(other);
        double sum = 0;
        for (int i = 0; i + lag < one.length; i++) {
            sum += (one[i] - meanOne) * (other[i + lag] - meanOther);
        }
        return sum / one.length / (spread(one) * spread(other));
    }
}
