package energy.registry.vision.guard;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a stretch returns. Outside the rotor, the mean square change between two moments grows with their distance; in
 * a loop it falls back, at the loop's length and at its multiples, to what noise alone makes. Changes of exposure are
 * taken out, and so is the rotor's disc, for a rotor does come back.
 */
final class LoopCheck {
    static final double LAG_SECONDS_MIN = 0.5;

    /** Change at a lag over the largest at shorter lags: so deep a fall is a return, even once. */
    static final double RETURN_PART_CERTAIN = 0.12;

    /** A fall this deep is a return if it repeats at twice the lag; rendered and real scenes stay above 0.5. */
    static final double RETURN_PART_REPEATED = 0.38;

    /** Mean square change, grey levels squared, below which nothing moves that could return. */
    static final double ACTIVITY_MIN = 0.12;

    /**
     * The same, for a return to be surely seen. Encoders with few bits change a still sky by up to 0.3 that does not
     * return, and that has to stay far below the part of the whole that still is a return: 0.3 of 0.8, twice for
     * safety. Live skies and fields change by 4 and more.
     */
    static final double ACTIVITY_TO_TELL = 1.5;

    /** Where more changes than encoders make, and at no lag less than nearly all of it, nothing has returned either. */
    static final double ACTIVITY_OF_ENCODERS = 0.3;

    static final double NOTHING_RETURNS_PART = 0.9;

    /** Where noise alone changes the picture more than by this part, the fall of a return would be hidden in it. */
    static final double ACTIVITY_OVER_FLOOR = 4;

    static final String ACTIVITY = "returnActivity";
    static final String FLOOR = "returnFloor";
    static final String PART = "returnPart";

    /** A second's worth of pairs are compared for every lag, but no fewer than these. */
    private static final int PAIRS_MIN = 16;

    private final CellSeries series;
    private final float[][] cells;
    private final int columns;
    private final int rows;
    private double activity;

    LoopCheck(CellSeries fine, Optional<RotorDisc> rotor) {
        series = fine;
        columns = Math.max(1, fine.columns / 2);
        rows = Math.max(1, fine.rows / 2);
        boolean[] looked = new boolean[columns * rows];
        for (int i = 0; i < looked.length; i++) {
            double x = (i % columns + 0.5) * 2 * CellSeries.CELL_PIXELS;
            double y = (i / columns + 0.5) * 2 * CellSeries.CELL_PIXELS;
            looked[i] = rotor.isEmpty() || !rotor.get().holds(x, y);
        }
        cells = new float[fine.frames()][];
        for (int t = 0; t < cells.length; t++) {
            cells[t] = centred(fine.cells[t], looked);
        }
    }

    /** Means of four cells, less the frame's own mean; cells that are not looked at are zero. */
    private float[] centred(float[] frame, boolean[] looked) {
        float[] out = new float[looked.length];
        int right = Math.min(1, series.columns - 1);
        int below = series.rows > 1 ? series.columns : 0;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < out.length; i++) {
            int at = i / columns * 2 * series.columns + i % columns * 2;
            if (looked[i]) {
                out[i] = (frame[at] + frame[at + right] + frame[at + below] + frame[at + below + right]) / 4;
                sum += out[i];
                count++;
            }
        }
        for (int i = 0; i < out.length && count > 0; i++) {
            out[i] = looked[i] ? out[i] - (float) (sum / count) : 0;
        }
        return out;
    }

    void run(Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        int pairs = Math.max(PAIRS_MIN, series.framesIn(1));
        double[] part = parts(Math.max(2, cells.length - pairs));
        int first = series.framesIn(LAG_SECONDS_MIN);
        double least = 1;
        double leastRepeated = 1;
        double lag = 0;
        for (int i = first; i < part.length; i++) {
            if (part[i] < least) {
                least = part[i];
                lag = i / series.framesPerSecond;
            }
            leastRepeated = Math.min(leastRepeated, Math.max(part[i], near(part, 2 * i)));
        }
        statistics.put(ACTIVITY, activity);
        statistics.put(FLOOR, floor());
        statistics.put(PART, least);
        statistics.put("returnPartRepeated", leastRepeated);
        statistics.put("returnLagSeconds", lag);
        if (least < RETURN_PART_CERTAIN || leastRepeated < RETURN_PART_REPEATED) {
            flags.add(IntegrityFlag.LOOPED);
        }
    }

    private static double near(double[] part, int lag) {
        double least = 1;
        for (int i = lag - 2; i <= lag + 2; i++) {
            least = i < part.length ? Math.min(least, part[i]) : least;
        }
        return least;
    }

    /** For every lag, the change over the largest change at a shorter lag. */
    private double[] parts(int lags) {
        double[] part = new double[lags];
        double largest = 0;
        for (int lag = 1; lag < lags; lag++) {
            double change = change(lag);
            part[lag] = largest >= ACTIVITY_MIN ? change / largest : 1;
            largest = Math.max(largest, change);
        }
        activity = largest;
        return part;
    }

    /** Mean square change from frame to frame of the quietest tenth of the cells: what noise and encoder make. */
    private double floor() {
        double[] change = new double[columns * rows];
        int stride = Math.max(1, cells.length / 40);
        int pairs = 0;
        for (int t = 0; t + 1 < cells.length; t += stride) {
            for (int i = 0; i < change.length; i++) {
                double difference = cells[t + 1][i] - cells[t][i];
                change[i] += difference * difference;
            }
            pairs++;
        }
        double[] looked =
                Arrays.stream(change).filter(value -> value > 0).sorted().toArray();
        return looked.length == 0 || pairs == 0 ? 0 : looked[looked.length / 10] / pairs;
    }

    private double change(int lag) {
        double sum = 0;
        int pairs = cells.length - lag;
        int stride = Math.max(1, pairs / 40);
        int count = 0;
        for (int t = 0; t < pairs; t += stride) {
            float[] before = cells[t];
            float[] after = cells[t + lag];
            for (int i = 0; i < before.length; i++) {
                float difference = after[i] - before[i];
                sum += difference * difference;
            }
            count += before.length;
        }
        return count == 0 ? 0 : sum / count;
    }
}
