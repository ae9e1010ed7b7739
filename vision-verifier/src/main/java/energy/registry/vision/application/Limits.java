package energy.registry.vision.application;

import energy.registry.vision.guard.GuardLimits;
import energy.registry.vision.physics.OverclaimTest;
import energy.registry.vision.rotor.RotorLimits;
import energy.registry.vision.solar.SolarMeter;
import java.util.Map;
import java.util.TreeMap;

/** All thresholds by name, as they stand in every record. */
final class Limits {
    private Limits() {}

    static Map<String, Double> all() {
        Map<String, Double> all = new TreeMap<>(RotorLimits.all());
        all.putAll(GuardLimits.all());
        all.putAll(SolarMeter.limits());
        all.put("excessMax", OverclaimTest.EXCESS_MAX);
        return all;
    }
}
