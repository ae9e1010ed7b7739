package energy.registry.ops.replay;

import energy.registry.domain.energy.ProductionPeriod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a recording on the grid of the market's intervals. */
final class Recording {
    private final Map<Long, List<TelemetryRow>> byInterval = new HashMap<>();
    private final int intervalSeconds;
    private final int rowSeconds;

    /** @param intervalSeconds length of the market interval, a multiple of the time between rows */
    Recording(List<TelemetryRow> rows, int intervalSeconds) throws UnusableInput {
        this.intervalSeconds = intervalSeconds;
        this.rowSeconds = rowSeconds(rows);
        if (intervalSeconds % rowSeconds != 0) {
            throw new UnusableInput("--interval: " + intervalSeconds + " s is no multiple of the recording's "
                    + rowSeconds + " s; use 1800 or 3600");
        }
        for (TelemetryRow row : rows) {
            if (Math.floorMod(row.startEpochSecond(), (long) rowSeconds) != 0) {
                throw new UnusableInput("--meter: a row at second " + row.startEpochSecond()
                        + " is not on the grid of the recording's " + rowSeconds + " s");
            }
            byInterval
                    .computeIfAbsent(
                            Math.floorDiv(row.startEpochSecond(), (long) intervalSeconds), key -> new ArrayList<>())
                    .add(row);
        }
    }

    int rowSeconds() {
        return rowSeconds;
    }

    /** From the first interval that has a row to the last. */
    List<RecordedInterval> all() {
        if (byInterval.isEmpty()) {
            return List.of();
        }
        return between(
                Collections.min(byInterval.keySet()) * intervalSeconds,
                (Collections.max(byInterval.keySet()) + 1) * intervalSeconds);
    }

    /** Every interval of {@code [from, to)}, complete or not; ends that are off the grid leave the cut interval out. */
    List<RecordedInterval> between(long fromEpochSecond, long toEpochSecond) {
        List<RecordedInterval> intervals = new ArrayList<>();
        long first = -Math.floorDiv(-fromEpochSecond, (long) intervalSeconds);
        for (long number = first; (number + 1) * intervalSeconds <= toEpochSecond; number++) {
            intervals.add(new RecordedInterval(
                    ProductionPeriod.between(number * intervalSeconds, (number + 1) * intervalSeconds),
                    byInterval.getOrDefault(number, List.of()),
                    intervalSeconds / rowSeconds));
        }
        return intervals;
    }

    private static int rowSeconds(List<TelemetryRow> rows) throws UnusableInput {
        long least = Long.MAX_VALUE;
        for (int i = 1; i < rows.size(); i++) {
            least = Math.min(
                    least, rows.get(i).startEpochSecond() - rows.get(i - 1).startEpochSecond());
        }
        if (least > 3_600) {
            throw new UnusableInput(
                    "--meter: rows are more than an hour apart; a certificate's interval is at most one");
        }
        return (int) least;
    }
}
