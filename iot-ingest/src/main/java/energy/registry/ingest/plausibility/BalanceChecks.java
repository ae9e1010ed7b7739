package energy.registry.ingest.plausibility;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One interval's register against the power's integral, and the meter against the inverters behind it. */
final class BalanceChecks {
    private static final double SECONDS_PER_HOUR = 3_600;

    /** Samples from which a mean and its uncertainty follow. */
    private static final int SAMPLES_MIN = 3;

    private static final double THOUSANDTHS = 1_000;

    private BalanceChecks() {}

    /** @param samples of the interval, in order, covering it */
    static void check(List<Sample> samples, long energyWh, DeviceTerms terms, Notes notes) {
        if (samples.size() >= SAMPLES_MIN) {
            energy(samples, energyWh, terms, notes);
        }
        if (!samples.isEmpty()) {
            inverters(samples, terms, notes);
        }
    }

    private static void energy(List<Sample> samples, long energyWh, DeviceTerms terms, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.ENERGY_OFF_POWER);
        if (rule.isEmpty()) {
            return;
        }
        double integral = 0;
        double seconds = 0;
        for (Sample sample : samples) {
            integral += Math.max(0, sample.powerW()) * (double) sample.seconds() / SECONDS_PER_HOUR;
            seconds += sample.seconds();
        }
        double mean = integral * SECONDS_PER_HOUR / seconds;
        double squares = 0;
        for (Sample sample : samples) {
            double off = Math.max(0, sample.powerW()) - mean;
            squares += off * off;
        }
        // The powers may be moments and not means: then the integral is as uncertain as a mean of so many draws.
        double uncertainWh = rule.get().parameter("deviations")
                * Math.sqrt(squares / (samples.size() - 1) / samples.size())
                * seconds
                / SECONDS_PER_HOUR;
        double limit = integral
                + Math.max(rule.get().parameter("share") * integral, uncertainWh)
                + rule.get().parameter("register_step_wh");
        if (energyWh > limit) {
            notes.note(
                    PhysicsRule.ENERGY_OFF_POWER,
                    samples.get(0).from(),
                    samples.get(samples.size() - 1).to(),
                    energyWh,
                    Math.rint(limit),
                    "Wh",
                    "The register gained more than the power that was sampled amounts to.");
        }
    }

    /** Between inverters and meter there are only losses. */
    private static void inverters(List<Sample> samples, DeviceTerms terms, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.METER_OFF_INVERTERS);
        if (rule.isEmpty()) {
            return;
        }
        double meter = 0;
        double inverters = 0;
        double seconds = 0;
        for (Sample sample : samples) {
            double sum = inverterSum(sample.witnesses());
            if (Double.isNaN(sum)) {
                return;
            }
            meter += sample.powerW() * (double) sample.seconds();
            inverters += sum * sample.seconds();
            seconds += sample.seconds();
        }
        boolean daylight = inverters / seconds > rule.get().parameter("daylight_share") * terms.capacityW();
        double limit = rule.get().parameter("ratio_max");
        if (daylight && meter / inverters > limit) {
            notes.note(
                    PhysicsRule.METER_OFF_INVERTERS,
                    samples.get(0).from(),
                    samples.get(samples.size() - 1).to(),
                    meter / inverters,
                    limit,
                    "of the inverters' sum",
                    "The meter says more than the inverters behind it feed.");
        }
    }

    /** Sum of the witnesses {@code inverter_1_w}, {@code inverter_2_w} …, W; not a number without any. */
    private static double inverterSum(Map<String, Long> witnesses) {
        double sum = Double.NaN;
        for (Map.Entry<String, Long> witness : witnesses.entrySet()) {
            if (witness.getKey().startsWith("inverter_") && witness.getKey().endsWith("_w")) {
                sum = (Double.isNaN(sum) ? 0 : sum) + witness.getValue() / THOUSANDTHS;
            }
        }
        return sum;
    }
}
