package energy.registry.vision.application;

import energy.registry.vision.guard.GuardLimits;
import energy.registry.vision.rotor.RotorLimits;
import java.util.Map;
import java.util.TreeMap;

/** All thresholds by name, as they stand in every record. */
final class Limits {
    private Limits() {}

    static Map<String, Double> all() {
        Map<String, Double> all = new TreeMap<>(RotorLimits.all());
        all.putAll(GuardLimits.all());
        return all;
    }
}
