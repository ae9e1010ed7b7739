package energy.registry.vision.guard;

import energy.registry.vision.footage.ClipFacts;
import energy.registry.vision.footage.GreyFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the frames' times and their number say: leaps, repeated frames, missing ones. */
final class TimeChecks {
    /** A leap between two frames, s; also in terms of the usual distance. */
    static final double LEAP_SECONDS = 0.4;

    static final double LEAP_OVER_USUAL = 6;

    /**
     * In a clip slowed by repeating frames, every second or third change is this part of the others, or less; where an
     * encoder spends its bits on every second frame, a fifth.
     */
    static final double REPEAT_PART_MAX = 0.1;

    /** Lost frames, as a part and as a number: an encoder's edges may cost three. */
    static final double MISSING_PART = 0.02;

    private static final int MISSING_FRAMES = 3;
    private static final int PERIODS_MAX = 3;

    /** Fewer changes than this show no pattern. */
    private static final int CHANGES_MIN = 24;

    private final List<GreyFrame> frames;
    private final CellSeries cells;
    private final ClipFacts facts;

    TimeChecks(List<GreyFrame> frames, CellSeries cells, ClipFacts facts) {
        this.frames = frames;
        this.cells = cells;
        this.facts = facts;
    }

    void run(Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        double[] steps = new double[frames.size() - 1];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = (frames.get(t + 1).timestampMicros() - frames.get(t).timestampMicros()) / 1e6;
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted[sorted.length / 2];
        double longest = sorted[sorted.length - 1];
        statistics.put("frameSecondsUsual", usual);
        statistics.put("frameSecondsMax", longest);
        if (longest > LEAP_SECONDS && longest > LEAP_OVER_USUAL * usual || sorted[0] <= 0) {
            flags.add(IntegrityFlag.TIMES_IRREGULAR);
        }
        double repeated = repeatedPart();
        statistics.put("repeatedFramePart", repeated);
        if (repeated < REPEAT_PART_MAX) {
            flags.add(IntegrityFlag.REPEATED_FRAMES);
        }
        statistics.put("framesMissing", (double) facts.framesMissing());
        if (facts.framesMissing() > Math.max(MISSING_FRAMES, MISSING_PART * facts.decodedFrames())) {
            flags.add(IntegrityFlag.FILE_DAMAGED);
        }
    }

    /** The smallest mean change of every second or third frame, as a part of the usual change; 1 when nothing moves. */
    private double repeatedPart() {
        double[] change = new double[cells.frames() - 1];
        for (int t = 0; t < change.length; t++) {
            change[t] = MotionChecks.rootMeanSquare(cells.cells[t], cells.cells[t + 1]);
        }
        double least = 1;
        if (change.length < CHANGES_MIN) {
            return least;
        }
        for (int period = 2; period <= PERIODS_MAX; period++) {
            double[] byPlace = new double[period];
            for (int place = 0; place < period; place++) {
                double[] own = new double[(change.length - place + period - 1) / period];
                for (int k = 0; k < own.length; k++) {
                    own[k] = change[place + k * period];
                }
                Arrays.sort(own);
                byPlace[place] = own[own.length / 2];
            }
            Arrays.sort(byPlace);
            double greatest = byPlace[period - 1];
            least = greatest > 0 ? Math.min(least, byPlace[0] / greatest) : least;
        }
        return least;
    }
}
