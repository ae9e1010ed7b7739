package energy.registry.vision.guard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a stretch returns: outside the rotor, two moments seconds apart are as alike as two consecutive frames, while
 * moments in between are not. A real sky does not come back; a rotor does, so its disc has no part in this.
 */
final class LoopCheck {
    static final double LAG_SECONDS_MIN = 0.8;

    /** Excess over the change of consecutive frames, as a part of the largest at shorter lags. */
    static final double RETURN_PART_MAX = 0.06;

    /** Mean square change, grey levels squared, below which nothing moves that could return. */
    static final double ACTIVITY_MIN = 0.02;

    /** At least this many pairs are compared for a lag. */
    private static final int PAIRS_MIN = 12;

    private final CellSeries series;
    private final boolean[] looked;

    LoopCheck(CellSeries series, Optional<RotorDisc> rotor) {
        this.series = series;
        this.looked = new boolean[series.columns * series.rows];
        for (int row = 0; row < series.rows; row++) {
            for (int column = 0; column < series.columns; column++) {
                double x = (column + 0.5) * CellSeries.CELL_PIXELS;
                double y = (row + 0.5) * CellSeries.CELL_PIXELS;
                looked[row * series.columns + column] =
                        rotor.isEmpty() || !rotor.get().holds(x, y);
            }
        }
    }

    void run(Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        int first = series.framesIn(LAG_SECONDS_MIN);
        double consecutive = change(1);
        double largest = 0;
        double least = 1;
        double leastLag = 0;
        for (int lag = 2; lag <= series.frames() - PAIRS_MIN; lag++) {
            double excess = Math.max(0, change(lag) - consecutive);
            if (lag >= first && largest > Math.max(ACTIVITY_MIN, consecutive / 2) && excess / largest < least) {
                least = excess / largest;
                leastLag = lag / series.framesPerSecond;
            }
            largest = Math.max(largest, excess);
        }
        statistics.put("returnPart", least);
        statistics.put("returnLagSeconds", leastLag);
        statistics.put("returnActivity", largest);
        if (least < RETURN_PART_MAX) {
            flags.add(IntegrityFlag.LOOPED);
        }
    }

    private double change(int lag) {
        double sum = 0;
        long count = 0;
        int pairs = series.frames() - lag;
        int stride = Math.max(1, pairs / 48);
        for (int t = 0; t < pairs; t += stride) {
            float[] before = series.cells[t];
            float[] after = series.cells[t + lag];
            for (int i = 0; i < before.length; i++) {
                if (looked[i]) {
                    float difference = after[i] - before[i];
                    sum += difference * difference;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
