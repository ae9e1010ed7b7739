package energy.registry.ingest.plausibility;

import energy.registry.ingest.statement.Outcome;
import java.util.Map;

/**
 * One version of a rule for a technology or a device.
 *
 * @param rule id; one of {@link PhysicsRule} or of the rules that are applied elsewhere and only named here
 * @param version counts up; the highest that applies is in force
 * @param technology a technology's name, or {@code ANY}
 * @param device a device id, or {@code *} for all; one that names the device goes before one for all
 * @param text the rule in one sentence
 * @param remedy what would put it right
 * @param source where the limit comes from
 * @param parameters limits by name; the unit is in the name
 */
public record RuleDefinition(
        String rule,
        int version,
        String technology,
        String device,
        Outcome outcome,
        String text,
        String remedy,
        String source,
        Map<String, Double> parameters) {
    public static final String ANY = "ANY";
    public static final String EVERY_DEVICE = "*";

    public RuleDefinition {
        parameters = Map.copyOf(parameters);
    }

    boolean appliesTo(String deviceTechnology, String deviceId) {
        return (technology.equals(ANY) || technology.equals(deviceTechnology))
                && (device.equals(EVERY_DEVICE) || device.equals(deviceId));
    }

    /** @throws IllegalArgumentException naming the rule and the parameter that is missing */
    double parameter(String name) {
        Double value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("rule " + rule + " version " + version + ": parameter " + name
                    + " is missing; add it to the rule's parameters");
        }
        return value;
    }

    /** Whether this one goes before the other, both applying to a device. */
    boolean goesBefore(RuleDefinition other) {
        boolean own = !device.equals(EVERY_DEVICE);
        boolean others = !other.device.equals(EVERY_DEVICE);
        return own == others ? version > other.version : own;
    }
}
