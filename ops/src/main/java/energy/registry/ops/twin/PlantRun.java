package energy.registry.ops.twin;

import java.util.List;
import java.util.Map;

/**
 * What a plant did in one interval.
 *
 * @param minutes energy and witnesses of each minute
 * @param rotorRpm rotor speed in every second; empty for a plant without one
 */
record PlantRun(List<Minute> minutes, double[] rotorRpm) {
    /**
     * @param joules energy delivered
     * @param witnesses values in thousandths of the unit in their names
     */
    record Minute(long joules, Map<String, Long> witnesses) {}

    long joules() {
        return minutes.stream().mapToLong(Minute::joules).sum();
    }
}
