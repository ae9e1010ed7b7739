package energy.registry.ops.replay;

import energy.registry.domain.energy.ProductionPeriod;
import java.util.List;

/**
 * One market interval of a recording.
 *
 * @param rows what was recorded in it, by rising time
 * @param rowsExpected how many rows a complete interval has
 */
record RecordedInterval(ProductionPeriod period, List<TelemetryRow> rows, int rowsExpected) {
    private static final double MILLI = 1_000;

    /** Energy is certain only where every row is there; nobody fills in what was not recorded. */
    boolean isCertifiable() {
        return rows.size() == rowsExpected;
    }

    boolean hasRotorSpeed() {
        return rows.stream().allMatch(row -> row.rotorMilliRpm() >= 0);
    }

    /** Mean of the recorded rotor speeds, rpm. */
    double meanRotorRpm() {
        return rows.stream().mapToLong(TelemetryRow::rotorMilliRpm).average().orElse(0) / MILLI;
    }
}
