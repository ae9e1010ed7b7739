package energy.registry.ingest.plausibility;

import energy.registry.ingest.statement.Capacity;
import java.util.Optional;

/** What the certified capacity and the inertia of the machine allow. */
final class CapacityChecks {
    private CapacityChecks() {}

    static void power(Sample sample, DeviceTerms terms, Notes notes) {
        long limit = Capacity.powerW(terms.capacityW());
        if (sample.powerW() > limit
                && terms.rule(PhysicsRule.POWER_ABOVE_CAPACITY).isPresent()) {
            notes.note(
                    PhysicsRule.POWER_ABOVE_CAPACITY,
                    sample.from(),
                    sample.to(),
                    sample.powerW(),
                    limit,
                    "W",
                    "A sample lies above the certified capacity plus 2 %.");
        }
    }

    /** Only samples of seconds say anything: over minutes a gust or a cloud explains every step. */
    static void ramp(Sample sample, DeviceTerms terms, History history, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.POWER_RAMP);
        if (rule.isEmpty()
                || history.lastEnd != sample.from()
                || sample.seconds() > rule.get().parameter("sample_seconds_max")) {
            return;
        }
        double limit = rule.get().parameter("share_per_second") * terms.capacityW();
        double ramp = Math.abs(sample.powerW() - history.lastPowerW) / (double) sample.seconds();
        if (ramp > limit && sample.powerW() > history.lastPowerW) {
            notes.note(
                    PhysicsRule.POWER_RAMP,
                    sample.from(),
                    sample.to(),
                    ramp,
                    limit,
                    "W/s",
                    "The power rises faster than the machine can.");
        }
    }
}
