package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Dark, covered, out of focus: what single pictures say. */
final class PictureChecks {
    /** Mean grey level; a moonlit night is below. */
    static final double DARK_LEVEL = 25;

    /** Span of the middle 98 % of the grey levels; fog and a covered lens are below. */
    static final double FLAT_SPAN = 14;

    static final double COVER_LEVEL = 45;
    static final double COVER_SPREAD = 4;
    static final double COVER_PART = 0.15;

    /** Standard deviation of the edges' blur, pixels at working size. */
    static final double BLUR_PIXELS_MAX = 2.6;

    private static final int TILE = 16;

    /** The middle of the clip and its ends. */
    private static final int LOOKS = 5;

    private final List<GreyFrame> frames;

    PictureChecks(List<GreyFrame> frames) {
        this.frames = frames;
    }

    void run(Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        double[] level = new double[LOOKS];
        double[] span = new double[LOOKS];
        double[] covered = new double[LOOKS];
        double[] blur = new double[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            GreyFrame frame = frames.get((int) ((long) i * (frames.size() - 1) / (LOOKS - 1)));
            int[] histogram = histogram(frame);
            level[i] = mean(histogram);
            span[i] = percentile(histogram, 0.99) - percentile(histogram, 0.01);
            covered[i] = coveredPart(frame);
            blur[i] = edgeBlur(frame);
        }
        put(flags, statistics, "meanLevel", min(level), min(level) < DARK_LEVEL, IntegrityFlag.DARK);
        put(flags, statistics, "levelSpan", min(span), min(span) < FLAT_SPAN, IntegrityFlag.DARK);
        put(flags, statistics, "coveredPart", max(covered), max(covered) >= COVER_PART, IntegrityFlag.COVERED);
        put(flags, statistics, "edgeBlurPixels", max(blur), max(blur) > BLUR_PIXELS_MAX, IntegrityFlag.DEFOCUSED);
    }

    private static void put(
            Set<IntegrityFlag> flags,
            Map<String, Double> statistics,
            String name,
            double value,
            boolean hit,
            IntegrityFlag flag) {
        statistics.put(name, value);
        if (hit) {
            flags.add(flag);
        }
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static int[] histogram(GreyFrame frame) {
        int[] counts = new int[256];
        for (byte pixel : frame.pixels()) {
            counts[pixel & 0xff]++;
        }
        return counts;
    }

    private static double mean(int[] histogram) {
        double sum = 0;
        double count = 0;
        for (int level = 0; level < histogram.length; level++) {
            sum += (double) level * histogram[level];
            count += histogram[level];
        }
        return sum / count;
    }

    private static int percentile(int[] histogram, double part) {
        long total = Arrays.stream(histogram).asLongStream().sum();
        long seen = 0;
        for (int level = 0; level < histogram.length; level++) {
            seen += histogram[level];
            if (seen >= part * total) {
                return level;
            }
        }
        return histogram.length - 1;
    }

    /** Part of the tiles that are dark and have no structure, noise aside. */
    private static double coveredPart(GreyFrame frame) {
        int tiles = 0;
        int covered = 0;
        for (int top = 0; top + TILE <= frame.height(); top += TILE) {
            for (int left = 0; left + TILE <= frame.width(); left += TILE) {
                tiles++;
                covered += isCovered(frame, left, top) ? 1 : 0;
            }
        }
        return tiles == 0 ? 0 : covered / (double) tiles;
    }

    private static boolean isCovered(GreyFrame frame, int left, int top) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < top + TILE; y++) {
            for (int x = left; x < left + TILE; x++) {
                int value = frame.at(y * frame.width() + x);
                sum += value;
                squares += value * value;
            }
        }
        double mean = sum / (TILE * TILE);
        double spread = Math.sqrt(Math.max(0, squares / (TILE * TILE) - mean * mean));
        return mean < COVER_LEVEL && spread < COVER_SPREAD;
    }

    /**
     * Blur of the sharpest edges: for an edge blurred by a Gaussian, the largest slope over the largest curvature is
     * 1.65 times its standard deviation.
     */
    private static double edgeBlur(GreyFrame frame) {
        int width = frame.width();
        int count = 0;
        double[] slopes = new double[width * frame.height()];
        double[] bends = new double[slopes.length];
        for (int y = 2; y < frame.height() - 2; y++) {
            for (int x = 2; x < width - 2; x++) {
                int i = y * width + x;
                double gx = frame.at(i + 1) - frame.at(i - 1);
                double gy = frame.at(i + width) - frame.at(i - width);
                slopes[count] = Math.hypot(gx, gy) / 2;
                double lx = frame.at(i + 1) - 2 * frame.at(i) + frame.at(i - 1);
                double ly = frame.at(i + width) - 2 * frame.at(i) + frame.at(i - width);
                bends[count++] = Math.max(Math.abs(lx), Math.abs(ly));
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(slopes, 0, count);
        Arrays.sort(bends, 0, count);
        int top = Math.max(0, count - 1 - count / 250);
        return bends[top] <= 0 ? Double.MAX_VALUE : slopes[top] / bends[top] * 0.607;
    }
}
