package energy.registry.ingest.plausibility;

import java.util.Optional;

/** The output against its witness: rotor speed or irradiance over days, rotor and wind speed at once. */
final class OutputChecks {
    private static final String WIND = "wind_ms";

    /** Widest bin of the wind speed's curve, thousandths of m/s over all bins. */
    private static final long WIND_SCALE = 32_000;

    private OutputChecks() {}

    static void check(Sample sample, DeviceTerms terms, History history, Notes notes) {
        if (sample.has(terms.witness())) {
            overDays(sample, terms, history, notes);
            atOnce(sample, terms, history, notes);
        }
        ceiling(sample, terms, history, notes);
        if (!terms.isSolar() && sample.has(WIND)) {
            wind(sample, terms, history, notes);
        }
    }

    /** At rated power neither rotor nor wind say anything; the machine's own ceiling does. */
    private static void ceiling(Sample sample, DeviceTerms terms, History history, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.CEILING_RAISED);
        if (rule.isEmpty()) {
            return;
        }
        OutputCeiling.Limits limits = new OutputCeiling.Limits(
                rule.get().parameter("margin"), (int) rule.get().parameter("days_min"));
        boolean trusted = driftLimits(terms)
                .map(each -> history.output.drift.isTrusted(each))
                .orElse(true);
        int above = history.ceiling.take(sample, terms.capacityW(), limits, trusted);
        double limitW = history.ceiling.limit(limits) * terms.capacityW();
        if (above >= rule.get().parameter("seconds_min") && sample.powerW() > limitW) {
            notes.note(
                    PhysicsRule.CEILING_RAISED,
                    sample.from(),
                    sample.to(),
                    sample.powerW(),
                    Math.rint(limitW),
                    "W",
                    "For " + above / 60
                            + " minutes of this day the machine stood above what its controller holds it to.");
        }
    }

    private static Optional<OutputDrift.Limits> driftLimits(DeviceTerms terms) {
        return terms.rule(PhysicsRule.OUTPUT_DRIFT)
                .map(drift -> new OutputDrift.Limits(drift.parameter("slack"), drift.parameter("limit")));
    }

    private static void overDays(Sample sample, DeviceTerms terms, History history, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.OUTPUT_DRIFT);
        if (rule.isEmpty()) {
            return;
        }
        RuleDefinition drift = rule.get();
        OutputDrift.Limits limits = driftLimits(terms).orElseThrow();
        int secondsMin = (int) drift.parameter("comparable_seconds_min");
        OutputModel output = history.output;
        OutputModel.ClosedDay closed = output.roll(sample, limits, secondsMin);
        if (closed != null && closed.comparable()) {
            dayEnded(closed, output, limits, notes, terms);
        }
        take(sample, terms, output, drift);
        duringDay(sample, terms, output, limits, secondsMin, notes);
    }

    private static void take(Sample sample, DeviceTerms terms, OutputModel output, RuleDefinition drift) {
        long witness = sample.witness(terms.witness());
        double share = sample.powerW() / (double) terms.capacityW();
        boolean informative = share > drift.parameter("power_share_min") && share < drift.parameter("power_share_max");
        double most = terms.mostW(witness);
        output.take(
                terms.bin(witness),
                sample,
                sample.powerW() / AirDensity.ratio(sample),
                informative,
                drift.parameter("deviation_max"),
                most >= 0 && sample.powerW() > most);
    }

    private static void dayEnded(
            OutputModel.ClosedDay day, OutputModel output, OutputDrift.Limits limits, Notes notes, DeviceTerms terms) {
        if (output.drift.isAlarmed(limits)) {
            noteDrift(day.from(), day.to(), output.drift.sum(), limits, notes);
        }
        if (day.mostlyAboveMost() && terms.rule(PhysicsRule.CURVE_LEVEL).isPresent()) {
            noteLevel(day.from(), day.to(), day.median(), notes);
        }
    }

    /**
     * A gross excess shows before the day is over, and on a day of little production too; the limit is half as high again,
     * and higher by the root of what is missing to a comparable day, for a shorter time is noisier.
     */
    private static void duringDay(
            Sample sample,
            DeviceTerms terms,
            OutputModel output,
            OutputDrift.Limits limits,
            int secondsMin,
            Notes notes) {
        if (output.drift.isAlarmed(limits)) {
            noteDrift(sample.from(), sample.to(), output.drift.sum(), limits, notes);
            return;
        }
        if (output.secondsToday() < secondsMin / 2) {
            return;
        }
        double noise = Math.max(1, Math.sqrt((double) secondsMin / output.secondsToday()));
        double median = output.medianToday();
        double sum = output.drift.hasBaseline() ? output.drift.sum() + output.drift.excess(median) - limits.slack() : 0;
        if (sum > limits.limit() * 3 / 2 * noise) {
            noteDrift(sample.from(), sample.to(), sum, limits, notes);
        }
        if (output.secondsToday() >= secondsMin
                && output.isMostlyAboveMostToday()
                && terms.rule(PhysicsRule.CURVE_LEVEL).isPresent()) {
            noteLevel(sample.from(), sample.to(), median, notes);
        }
    }

    private static void noteDrift(long from, long to, double sum, OutputDrift.Limits limits, Notes notes) {
        notes.note(
                PhysicsRule.OUTPUT_DRIFT,
                from,
                to,
                100 * sum,
                100 * limits.limit(),
                "% summed over days",
                "The output runs away from what its witness says: more energy at the same speed or irradiance than before.");
    }

    private static void noteLevel(long from, long to, double median, Notes notes) {
        notes.note(
                PhysicsRule.CURVE_LEVEL,
                from,
                to,
                100 * median,
                100,
                "% of the expected power",
                "Most of the day lies above the most that the manufacturer's curve gives.");
    }

    /** One sample alone shows gross excess only. */
    private static void atOnce(Sample sample, DeviceTerms terms, History history, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.ROTOR_ENVELOPE);
        if (rule.isEmpty()) {
            return;
        }
        int bin = terms.bin(sample.witness(terms.witness()));
        double limit = upper(history.output.curve, bin, terms, rule.get());
        limit = Math.max(limit, terms.mostW(sample.witness(terms.witness())) + margin(terms, rule.get()));
        if (history.output.curve.knows(bin) && sample.powerW() > limit) {
            note(PhysicsRule.ROTOR_ENVELOPE, sample, limit, "at this speed of the rotor", notes);
        }
    }

    private static void wind(Sample sample, DeviceTerms terms, History history, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.WIND_ENVELOPE);
        if (rule.isEmpty() || sample.powerW() <= 0) {
            return;
        }
        int bin = (int)
                Math.max(0, Math.min(WitnessCurve.BINS - 1, sample.witness(WIND) * WitnessCurve.BINS / WIND_SCALE));
        WitnessCurve curve = history.wind;
        double limit = upper(curve, bin, terms, rule.get());
        if (curve.knows(bin) && sample.powerW() > limit) {
            note(PhysicsRule.WIND_ENVELOPE, sample, limit, "at this wind", notes);
        } else if (curve.isUntouched(bin)) {
            curve.begin(bin, sample.powerW());
        } else {
            double deviation = curve.deviationOf(bin, sample.powerW());
            curve.learn(bin, 1, deviation, deviation * deviation);
        }
    }

    private static double upper(WitnessCurve curve, int bin, DeviceTerms terms, RuleDefinition rule) {
        double width = 1 + rule.parameter("deviations") * curve.deviation(bin);
        return curve.expectedW(bin) * width + margin(terms, rule);
    }

    private static double margin(DeviceTerms terms, RuleDefinition rule) {
        return rule.parameter("margin_share") * terms.capacityW();
    }

    private static void note(PhysicsRule rule, Sample sample, double limit, String where, Notes notes) {
        notes.note(
                rule,
                sample.from(),
                sample.to(),
                sample.powerW(),
                Math.rint(limit),
                "W",
                "This device has not delivered as much " + where + ".");
    }
}
