package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Frozen, still, looped, cut: what the changes from frame to frame say. */
final class MotionChecks {
    /** Mean change in grey levels below which two frames are the same; real frames differ by 0.3 and more. */
    static final double FROZEN_LEVELS = 0.02;

    /** Single repeated frames are normal, a second of them is not. */
    static final double FROZEN_SECONDS = 1.0;

    /** Change of cell means in a second beyond what exposure explains, grey levels; real scenes show 0.5 and more. */
    static final double STRUCTURE_LEVELS = 0.25;

    /** Where all cells change alike, and little, it is noise. */
    static final double STRUCTURE_OVER_QUIET = 2.0;

    static final double STRUCTURE_CERTAIN_LEVELS = 2.5;

    /**
     * To call a rotor standing, the scene around it has to live: grass, leaves, clouds. An encoder that keeps a sensor's
     * noise in some cells only makes up to 0.8 out of one picture; live scenes show 2 and more.
     */
    static final double ALIVE_LEVELS = 1.4;

    static final double ALIVE_OVER_QUIET = 3;

    static final String QUIET = "changeInSecondQuiet";
    static final String LIVELY = "changeInSecondLively";

    /** A cut changes the cells by this much at once, and by this factor more than is usual in the clip. */
    static final double CUT_LEVELS = 8;

    static final double CUT_OVER_USUAL = 5;

    private final List<GreyFrame> frames;
    private final CellSeries series;
    private final Set<IntegrityFlag> flags;
    private final Map<String, Double> statistics;

    MotionChecks(List<GreyFrame> frames, CellSeries series, Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        this.frames = frames;
        this.series = series;
        this.flags = flags;
        this.statistics = statistics;
    }

    void run(Optional<RotorDisc> rotor) {
        frozen();
        cut();
        still();
        new LoopCheck(series, rotor).run(flags, statistics);
    }

    private void frozen() {
        long longest = 0;
        long since = frames.get(0).timestampMicros();
        for (int t = 1; t < frames.size(); t++) {
            long now = frames.get(t).timestampMicros();
            if (meanChange(frames.get(t - 1).pixels(), frames.get(t).pixels()) >= FROZEN_LEVELS) {
                since = now;
            }
            longest = Math.max(longest, now - since);
        }
        statistics.put("frozenSeconds", longest / 1e6);
        if (longest / 1e6 > FROZEN_SECONDS) {
            flags.add(IntegrityFlag.FROZEN);
        }
    }

    private static double meanChange(byte[] before, byte[] now) {
        long sum = 0;
        for (int i = 0; i < now.length; i++) {
            sum += Math.abs((now[i] & 0xff) - (before[i] & 0xff));
        }
        return sum / (double) now.length;
    }

    private void cut() {
        double[] change = new double[series.frames() - 1];
        for (int t = 0; t < change.length; t++) {
            change[t] = rootMeanSquare(series.cells[t], series.cells[t + 1]);
        }
        double[] sorted = change.clone();
        Arrays.sort(sorted);
        double usual = sorted[sorted.length / 2];
        double greatest = sorted[sorted.length - 1];
        statistics.put("frameChangeMax", greatest);
        statistics.put("frameChangeMedian", usual);
        if (greatest > CUT_LEVELS && greatest > CUT_OVER_USUAL * usual) {
            flags.add(IntegrityFlag.SCENE_CUT);
        }
    }

    static double rootMeanSquare(float[] before, float[] now) {
        double sum = 0;
        for (int i = 0; i < now.length; i++) {
            sum += (now[i] - before[i]) * (now[i] - before[i]);
        }
        return Math.sqrt(sum / now.length);
    }

    private void still() {
        int lag = Math.min(series.framesIn(1), series.frames() - 1);
        double[] change = new double[series.columns * series.rows];
        for (int t = lag; t < series.frames(); t++) {
            float[] before = series.cells[t - lag];
            float[] now = series.cells[t];
            Exposure exposure = Exposure.between(before, now);
            for (int i = 0; i < change.length; i++) {
                double difference = exposure.left(before[i], now[i]);
                change[i] += difference * difference / (series.frames() - lag);
            }
        }
        Arrays.sort(change);
        double quiet = Math.sqrt(change[change.length / 10]);
        double lively = Math.sqrt(change[change.length - 1 - change.length / 200]);
        statistics.put(QUIET, quiet);
        statistics.put(LIVELY, lively);
        boolean noise = lively < STRUCTURE_OVER_QUIET * quiet && lively < STRUCTURE_CERTAIN_LEVELS;
        if (lively < STRUCTURE_LEVELS || noise) {
            flags.add(IntegrityFlag.STILL_PICTURE);
        }
    }
}
