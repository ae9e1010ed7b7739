package energy.registry.vision.rotor;

import energy.registry.vision.footage.GreyFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds places in the picture where something small comes back at a steady rate: for every block of pixels the mean of
 * their normalised power spectra, and in it the comb of a pass and its multiples. In the spectrum of the whole picture a
 * rotor of a few pixels is lost among grass and clouds.
 */
final class SpotProposer {
    /** Pixels of a cell; a block is two by two of them. */
    private static final int CELL = 5;

    /** So many pixel values are transformed at most; of larger stacks every second pixel, and so on. */
    private static final long VALUES_MAX = 10_000_000;

    /** Pixels whose values are held at once: an even number, so that pairs stay together, and a small one, so that they stay near. */
    private static final int BATCH = 512;

    /** Distance to the pixels around, wider than the blades of a rotor that is small, pixels. */
    private static final int AROUND = 4;

    private static final int TEETH_MAX = 5;

    /** A comb with fewer lines below the limit of the frame rate is no comb. */
    private static final int TEETH_MIN = 2;

    /** How far a comb's lines stand out of the gaps between them, as a logarithm: noise reaches about 0.5. */
    private static final double SCORE_MIN = 0.55;

    /** One strong line alone is no comb. */
    private static final double STANDS_OUT_MAX = 2.5;

    /** Steps in which combs are tried, in steps of the spectrum. */
    private static final double PLACE_STEP = 0.1;

    /** Between a comb and that of its second multiple, the slower one is taken when it is nearly as good. */
    private static final double SLOWER_BONUS = 0.05;

    /** Blocks nearer to each other than this see the same thing, cells. */
    private static final int APART_CELLS = 4;

    private final List<GreyFrame> frames;
    private final FrameStack whole;
    private final CameraPath path;
    private final int width;
    private final int size;
    private final int columns;
    private final int rows;
    private final double lowest;
    private final double highest;

    /**
     * @param whole the same frames at {@code 1 / shrink} of their size, with the camera's moving and the exposure known
     * @param highest rates of passes beyond this are not looked for, Hz
     */
    SpotProposer(List<GreyFrame> frames, FrameStack whole, int shrink, double lowest, double highest) {
        this.frames = frames;
        this.whole = whole;
        this.path = whole.path.scaled(shrink);
        this.width = frames.get(0).width();
        this.size = Integer.highestOneBit(Math.max(2, frames.size() - 1)) * 2;
        this.columns = width / CELL;
        this.rows = frames.get(0).height() / CELL;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** A place in pixels of the frames, and the rate of what comes back there. */
    record Spot(double x, double y, double hertz, double score) {}

    /** At most so many, the clearest first. */
    List<Spot> propose(int most) {
        double[][] cells = cellSpectra();
        List<Spot> spots = new ArrayList<>();
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                comb(column, row, cells).ifPresent(spots::add);
            }
        }
        spots.sort(Comparator.comparingDouble(spot -> -spot.score()));
        List<Spot> kept = new ArrayList<>();
        for (Spot spot : spots) {
            if (kept.size() < most && kept.stream().noneMatch(other -> isSame(spot, other))) {
                kept.add(spot);
            }
        }
        return kept;
    }

    /** Near to each other, and the one's rate is a multiple of the other's. */
    private boolean isSame(Spot one, Spot other) {
        double apart = Math.max(Math.abs(one.x() - other.x()), Math.abs(one.y() - other.y()));
        double ratio = Math.max(one.hertz(), other.hertz()) / Math.min(one.hertz(), other.hertz());
        return apart < APART_CELLS * CELL && Math.abs(ratio - Math.rint(ratio)) < 0.04 * ratio;
    }

    private double[][] cellSpectra() {
        int pixels = columns * CELL * rows * CELL;
        int stride = (int) (1 + (long) pixels * frames.size() / VALUES_MAX);
        double[][] cells = new double[columns * rows][size / 2];
        Fourier fourier = new Fourier(size);
        float[] window = window();
        int[] chosen = chosen(pixels, stride);
        float[][] details = new float[BATCH][window.length];
        for (int from = 0; from + 1 < chosen.length; from += BATCH) {
            int until = Math.min(chosen.length, from + BATCH);
            readDetails(chosen, from, until, details);
            for (int k = from; k + 1 < until; k += 2) {
                float[] re = series(details[k - from], window);
                float[] im = series(details[k + 1 - from], window);
                fourier.transform(re, im);
                add(re, im, 1, cells[cellOf(chosen[k])]);
                add(re, im, -1, cells[cellOf(chosen[k + 1])]);
            }
        }
        return cells;
    }

    /** The pixels that are looked at, row by row. */
    private int[] chosen(int pixels, int stride) {
        int[] chosen = new int[pixels];
        int count = 0;
        for (int y = 0; y < rows * CELL; y++) {
            // A shift from row to row keeps the pixels that are looked at from standing in columns.
            for (int x = y * 7 % stride; x < columns * CELL; x += stride) {
                chosen[count++] = y * width + x;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    /**
     * What sets pixels apart from those around them, which clouds change alike: by pixel, then by frame. Read frame by frame,
     * so that memory is read in its own order.
     */
    private void readDetails(int[] chosen, int from, int until, float[][] details) {
        for (int t = 0; t < frames.size(); t++) {
            GreyFrame frame = frames.get(t);
            Places across = new Places(frame.width(), path.x()[t]);
            Places down = new Places(frame.height(), path.y()[t]);
            for (int k = from; k < until; k++) {
                int x = chosen[k] % width;
                int y = chosen[k] / width;
                float around = at(frame, across, x - AROUND, down, y)
                        + at(frame, across, x + AROUND, down, y)
                        + at(frame, across, x, down, y - AROUND)
                        + at(frame, across, x, down, y + AROUND);
                details[k - from][t] = (at(frame, across, x, down, y) - around / 4) / whole.gain[t];
            }
        }
    }

    private static float at(GreyFrame frame, Places across, int x, Places down, int y) {
        return Shifted.at(
                frame,
                across.before[x + AROUND],
                across.part[x + AROUND],
                down.before[y + AROUND],
                down.part[y + AROUND]);
    }

    /** Where along a line its pixels lie in a frame that has moved: after which pixel, and by which part of one. */
    private static final class Places {
        final int[] before;
        final float[] part;

        Places(int length, double moved) {
            before = new int[length + 2 * AROUND];
            part = new float[before.length];
            for (int i = 0; i < before.length; i++) {
                double place = Shifted.inside(i - AROUND + moved, length);
                before[i] = (int) place;
                part[i] = (float) (place - before[i]);
            }
        }
    }

    private float[] window() {
        int n = frames.size();
        float[] window = new float[n];
        for (int t = 0; t < n; t++) {
            window[t] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (t + 0.5) / n));
        }
        return window;
    }

    private int cellOf(int pixel) {
        return pixel / width / CELL * columns + pixel % width / CELL;
    }

    /** Deviations from the usual, through the window. Frames are taken as even here: a comb is looked for to a percent, not to a thousandth. */
    private float[] series(float[] detail, float[] window) {
        float[] series = Arrays.copyOf(detail, size);
        float median = median(series, window.length);
        float mean = 0;
        for (int t = 0; t < window.length; t++) {
            series[t] = Math.abs(series[t] - median);
            mean += series[t] / window.length;
        }
        for (int t = 0; t < window.length; t++) {
            series[t] = (series[t] - mean) * window[t];
        }
        return series;
    }

    private static float median(float[] series, int length) {
        int count = Math.min(length, StackBuilder.MEDIAN_FRAMES);
        float[] chosen = new float[count];
        for (int k = 0; k < count; k++) {
            chosen[k] = series[(int) ((long) k * (length - 1) / Math.max(1, count - 1))];
        }
        Arrays.sort(chosen);
        return chosen[count / 2];
    }

    /** The normalised power of the first (1) or the second (-1) of two real series in one complex transform. */
    private void add(float[] re, float[] im, int which, double[] into) {
        double[] power = new double[size / 2];
        double sum = 1e-9;
        for (int k = 1; k < power.length; k++) {
            double a = which > 0 ? re[k] + re[size - k] : im[k] + im[size - k];
            double b = which > 0 ? im[k] - im[size - k] : re[size - k] - re[k];
            power[k] = a * a + b * b;
            sum += power[k];
        }
        for (int k = 1; k < power.length; k++) {
            into[k] += power[k] / sum;
        }
    }

    /** The clearest comb of the block that begins at a cell, if there is one. */
    private Optional<Spot> comb(int column, int row, double[][] cells) {
        double[] power = new double[size / 2];
        for (int part = 0; part < 4; part++) {
            double[] cell = cells[(row + part / 2) * columns + column + part % 2];
            for (int k = 1; k < power.length; k++) {
                power[k] += cell[k];
            }
        }
        for (int k = 0; k < power.length; k++) {
            power[k] = Math.log(power[k] + 1e-9);
        }
        double step = whole.rate() / size;
        int steps = (int) Math.max(0, (highest - lowest) / (step * PLACE_STEP));
        double best = SCORE_MIN;
        double hertz = 0;
        double before = 0;
        double here = 0;
        for (int i = 0; i <= steps; i++) {
            double next = score(lowest / step + i * PLACE_STEP, power);
            // A faster comb has to be clearer than a slower one: every second line of a comb is a comb.
            if (here >= before && here > next && here > best + (hertz > 0 ? SLOWER_BONUS : 0)) {
                best = here;
                hertz = lowest + (i - 1) * PLACE_STEP * step;
            }
            before = here;
            here = next;
        }
        return hertz == 0
                ? Optional.empty()
                : Optional.of(new Spot((column + 1) * CELL - 0.5, (row + 1) * CELL - 0.5, hertz, best));
    }

    /** How far the teeth stand out of the gaps beside them; a slope of the spectrum, as of clouds, gives nothing. */
    private static double score(double place, double[] level) {
        double sum = 0;
        int teeth = 0;
        for (int k = 1; k <= TEETH_MAX && place * (k + 0.5) < level.length - 1; k++) {
            double gaps = (at(level, place * (k - 0.5)) + at(level, place * (k + 0.5))) / 2;
            sum += Math.min(STANDS_OUT_MAX, at(level, place * k) - gaps);
            teeth++;
        }
        return teeth < TEETH_MIN ? 0 : sum / teeth;
    }

    private static double at(double[] level, double place) {
        int left = (int) place;
        return level[left] + (level[left + 1] - level[left]) * (place - left);
    }
}
