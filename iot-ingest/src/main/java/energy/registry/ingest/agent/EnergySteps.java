package energy.registry.ingest.agent;

import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.ingest.upload.MeteredInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives interval energies a register: their running sum. Parts of a watt-hour are carried from interval to interval and
 * never rounded up. The register is calculated, and the statement says so.
 */
public final class EnergySteps {
    private static final int SECONDS_PER_HOUR = 3_600;

    private EnergySteps() {}

    /** @param remainderWh what is left below one watt-hour */
    public record Summed(List<Step> steps, BigDecimal remainderWh) {
        public Summed {
            steps = List.copyOf(steps);
        }
    }

    /** @param intervals of the device's length, in order */
    public static Summed over(List<MeteredInterval> intervals, long registerWh) {
        List<Step> steps = new ArrayList<>();
        BigDecimal exact = BigDecimal.valueOf(registerWh);
        long register = registerWh;
        for (MeteredInterval interval : intervals) {
            exact = exact.add(interval.energyWh());
            long end = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
            long powerW = (end - register) * SECONDS_PER_HOUR / interval.seconds();
            steps.add(new Step(
                    interval.start(),
                    interval.seconds(),
                    register,
                    end,
                    interval.quality() == Quality.ESTIMATED ? Quality.ESTIMATED : Quality.CALCULATED,
                    List.of(new Reading(interval.end(), end, powerW, Map.of()))));
            register = end;
        }
        return new Summed(steps, exact.subtract(BigDecimal.valueOf(register)));
    }
}
