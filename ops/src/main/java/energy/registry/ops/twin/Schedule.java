package energy.registry.ops.twin;

import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.ops.device.MeterPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Which intervals a plant still has to state: from where it stopped, or its most recent active ones at the start. */
final class Schedule {
    /** Two hours of quarter hours: enough to show something, few enough to render in some minutes. */
    static final int BACKFILL_INTERVALS = 8;

    /** How far back the start of a plant's history is looked for: a winter night is shorter than a day. */
    private static final int LOOK_BACK_INTERVALS = 96;

    private final int seconds;

    Schedule(int intervalSeconds) {
        this.seconds = intervalSeconds;
    }

    /**
     * @param lastEnd end of the last stated interval, {@link MeterPosition#NONE} before the first
     * @param active whether the history may start with the interval that starts there
     * @return completed intervals in order
     */
    List<ProductionPeriod> due(long nowEpochSecond, long lastEnd, LongPredicate active) {
        long end = Math.floorDiv(nowEpochSecond, (long) seconds) * seconds;
        long start = Math.max(lastEnd, beginning(end, active));
        List<ProductionPeriod> due = new ArrayList<>();
        for (long at = start; at + seconds <= end; at += seconds) {
            due.add(ProductionPeriod.between(at, at + seconds));
        }
        return due;
    }

    /** Seconds until the next interval is complete. */
    long untilNext(long nowEpochSecond) {
        return seconds - Math.floorMod(nowEpochSecond, (long) seconds);
    }

    /** The start of the last {@link #BACKFILL_INTERVALS} active intervals within the last day. */
    private long beginning(long end, LongPredicate active) {
        int found = 0;
        for (int back = 1; back <= LOOK_BACK_INTERVALS; back++) {
            long start = end - (long) back * seconds;
            found += active.test(start) ? 1 : 0;
            if (found == BACKFILL_INTERVALS) {
                return start;
            }
        }
        return end - (long) BACKFILL_INTERVALS * seconds;
    }
}
