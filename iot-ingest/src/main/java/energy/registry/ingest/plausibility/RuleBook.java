package energy.registry.ingest.plausibility;

import energy.registry.domain.device.ProductionDevice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All versions of all rules. */
public final class RuleBook {
    private final List<RuleDefinition> definitions;

    /** @throws IllegalArgumentException when a rule of the engine has no definition for all devices */
    public RuleBook(List<RuleDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
        for (PhysicsRule rule : PhysicsRule.values()) {
            if (named(rule.name()).isEmpty()) {
                throw new IllegalArgumentException("rule " + rule + " has no definition; add one to the rule book");
            }
        }
    }

    public List<RuleDefinition> definitions() {
        return definitions;
    }

    private List<RuleDefinition> named(String rule) {
        return definitions.stream().filter(each -> each.rule().equals(rule)).toList();
    }

    /** Any definition of the rule: for its remedy. */
    public Optional<RuleDefinition> newest(String rule) {
        return named(rule).stream().reduce((one, other) -> one.goesBefore(other) ? one : other);
    }

    /** The definition in force for a device. */
    public Optional<RuleDefinition> inForce(String rule, String technology, String device) {
        return named(rule).stream()
                .filter(each -> each.appliesTo(technology, device))
                .reduce((one, other) -> one.goesBefore(other) ? one : other);
    }

    /** The rules in force for a device; rules of other technologies are absent. */
    Map<PhysicsRule, RuleDefinition> inForce(ProductionDevice device) {
        Map<PhysicsRule, RuleDefinition> inForce = new EnumMap<>(PhysicsRule.class);
        for (PhysicsRule rule : PhysicsRule.values()) {
            inForce(rule.name(), device.technology().name(), device.deviceId())
                    .ifPresent(each -> inForce.put(rule, each));
        }
        return inForce;
    }
}
