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

    /** Edges blurred by more than two pixels at working size; a lens in focus has less than one. */
    static final double SHARPNESS_MIN = 0.38;

    private static final int FAR = 4;
    private static final int NEAR = 3;

    /** One in so many places counts as an edge. */
    private static final int EDGES_ONE_IN = 150;

    private static final int AVERAGED = 7;

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
        double[] sharp = new double[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            int at = (int) ((long) i * (frames.size() - 1) / (LOOKS - 1));
            GreyFrame frame = frames.get(at);
            int[] histogram = histogram(frame);
            level[i] = mean(histogram);
            span[i] = percentile(histogram, 0.99) - percentile(histogram, 0.01);
            covered[i] = coveredPart(frame);
            sharp[i] = sharpness(frames, at);
        }
        put(flags, statistics, "meanLevel", min(level), min(level) < DARK_LEVEL, IntegrityFlag.DARK);
        put(flags, statistics, "levelSpan", min(span), min(span) < FLAT_SPAN, IntegrityFlag.DARK);
        put(flags, statistics, "coveredPart", max(covered), max(covered) >= COVER_PART, IntegrityFlag.COVERED);
        put(flags, statistics, "edgeSharpness", min(sharp), min(sharp) < SHARPNESS_MIN, IntegrityFlag.DEFOCUSED);
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
     * How sharp the clearest edges are: the change over two pixels in the middle of an edge as a part of the change over
     * eight, median over the places with the largest changes over eight. An edge blurred by a Gaussian of standard
     * deviation s has {@code erf(0.71 / s) / erf(2.83 / s)}: 0.68 at one pixel, 0.40 at two, 0.29 at four. A few frames are
     * averaged, for noise makes every edge look sharp.
     */
    private static double sharpness(List<GreyFrame> frames, int middle) {
        int width = frames.get(0).width();
        int height = frames.get(0).height();
        float[] mean = mean(frames, middle);
        float[] wide = new float[2 * mean.length];
        float[] narrow = new float[2 * mean.length];
        int count = 0;
        for (int y = FAR + NEAR; y < height - FAR - NEAR; y++) {
            for (int x = FAR + NEAR; x < width - FAR - NEAR; x++) {
                int i = y * width + x;
                for (int step = 1; step <= width; step += width - 1) {
                    wide[count] = Math.abs(mean[i + FAR * step] - mean[i - FAR * step]);
                    narrow[count++] = steepest(mean, i, step);
                }
            }
        }
        if (count == 0) {
            return 1;
        }
        float[] sorted = Arrays.copyOf(wide, count);
        Arrays.sort(sorted);
        float least = Math.max(1, sorted[count - 1 - count / EDGES_ONE_IN]);
        double[] parts = new double[count];
        int edges = 0;
        for (int k = 0; k < count; k++) {
            if (wide[k] >= least) {
                parts[edges++] = narrow[k] / wide[k];
            }
        }
        Arrays.sort(parts, 0, edges);
        return edges == 0 ? 1 : parts[edges / 2];
    }

    private static float steepest(float[] mean, int i, int step) {
        float steepest = 0;
        for (int away = -NEAR; away <= NEAR; away++) {
            int at = i + away * step;
            steepest = Math.max(steepest, Math.abs(mean[at + step] - mean[at - step]));
        }
        return steepest;
    }

    private static float[] mean(List<GreyFrame> frames, int middle) {
        int from = Math.max(0, middle - AVERAGED / 2);
        int to = Math.min(frames.size(), from + AVERAGED);
        float[] mean = new float[frames.get(0).pixels().length];
        for (GreyFrame frame : frames.subList(from, to)) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += frame.at(i) / (float) (to - from);
            }
        }
        return mean;
    }
}
