package energy.registry.ingest.plausibility;

import java.util.Optional;

/** Signals that are no measurement: codes for errors, values that stand still, lines drawn between two values. */
final class SignalChecks {
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double DAILY_ANGULAR_SPEED = 2 * Math.PI / 86_400;

    /** Error codes of common devices: largest values of 16 and 32 bit numbers, and round sentinels. */
    private static final long[] CODES = {
        65_535,
        32_768,
        -32_768,
        32_767,
        2_147_483_647L,
        -2_147_483_648L,
        4_294_967_295L,
        -999,
        -9_999,
        -999_999,
        -1_000_000
    };

    private static final long KILO = 1_000;

    private SignalChecks() {}

    /** @return whether the sample is an error code, of which nothing follows */
    static boolean sentinel(Sample sample, DeviceTerms terms, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.SENTINEL_VALUE);
        if (rule.isEmpty()) {
            return false;
        }
        double least = -rule.get().parameter("station_service_share") * terms.capacityW();
        double most = rule.get().parameter("beyond_capacity_factor") * terms.capacityW();
        boolean impossible = sample.powerW() < least || sample.powerW() > most;
        if (impossible || isCode(sample, terms)) {
            notes.note(
                    PhysicsRule.SENTINEL_VALUE,
                    sample.from(),
                    sample.to(),
                    sample.powerW(),
                    sample.powerW() < 0 ? least : most,
                    "W",
                    "A device of " + terms.capacityW() + " W does not have this power: it is an error code.");
            return true;
        }
        return false;
    }

    /** A code within the device's range counts when the register, finer than the code's energy, says otherwise. */
    private static boolean isCode(Sample sample, DeviceTerms terms) {
        for (long code : CODES) {
            if (sample.powerW() == code || sample.powerW() == code * KILO) {
                double stated = sample.powerW() * sample.seconds() / SECONDS_PER_HOUR;
                boolean beyond = sample.powerW() > terms.capacityW() || sample.powerW() < 0;
                return beyond || sample.energyWh() >= 0 && sample.energyWh() < stated / 10 - 1;
            }
        }
        return false;
    }

    static void runs(Sample sample, DeviceTerms terms, History history, Notes notes) {
        SignalRun run = history.signal;
        run.take(sample.powerW(), sample.to(), sample.seconds());
        Optional<RuleDefinition> stale = terms.rule(PhysicsRule.STALE_POWER);
        Optional<RuleDefinition> interpolated = terms.rule(PhysicsRule.INTERPOLATED_POWER);
        if (stale.isEmpty() || interpolated.isEmpty()) {
            return;
        }
        // What stands at the maximum is clipped by the inverter or the controller, not stuck.
        boolean clipped = sample.powerW() >= stale.get().parameter("clipping_share") * terms.capacityW();
        boolean stands = sample.powerW() > 0 && !clipped;
        if (stands && isLong(run.flat(), sample, run.flatSince(), stale.get(), terms)) {
            notes.note(
                    PhysicsRule.STALE_POWER,
                    run.flatSince(),
                    sample.to(),
                    run.flat(),
                    stale.get().parameter("points") - 1,
                    "equal values",
                    "The power stands at " + sample.powerW() + " W: a device that is measured does not repeat itself.");
        } else if (history.lastPowerW > 0
                && !clipped
                && isLong(run.straight() - 2, sample, run.straightSince(), interpolated.get(), terms)) {
            notes.note(
                    PhysicsRule.INTERPOLATED_POWER,
                    run.straightSince(),
                    sample.to() - sample.seconds(),
                    run.straight() - 2,
                    interpolated.get().parameter("points") - 1,
                    "values on a line",
                    "The power follows a straight line: values between two measurements were made up, not measured.");
        }
    }

    /**
     * Enough points, and enough time that the sun's own curve over a day would have shown: over a time T a power of
     * amplitude A bends by A (ωT)²/8, which has to be three times what rounding hides.
     */
    private static boolean isLong(int points, Sample sample, long since, RuleDefinition rule, DeviceTerms terms) {
        if (points < rule.parameter("points")) {
            return false;
        }
        double seconds = Math.sqrt(8.0 * 3 * SignalRun.ROUNDING_W / terms.capacityW()) / DAILY_ANGULAR_SPEED;
        return sample.to() - since >= seconds;
    }

    /** A register that stands while power flows. */
    static void stuckRegister(Sample sample, DeviceTerms terms, History history, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.STUCK_REGISTER);
        if (rule.isEmpty() || sample.energyWh() != 0 || sample.powerW() <= 0) {
            history.stuckWh = 0;
            return;
        }
        if (history.stuckWh == 0) {
            history.stuckSince = sample.from();
        }
        history.stuckWh += sample.powerW() * sample.seconds() / SECONDS_PER_HOUR;
        double limit = rule.get().parameter("register_step_wh") * 2;
        if (history.stuckWh > limit) {
            notes.note(
                    PhysicsRule.STUCK_REGISTER,
                    history.stuckSince,
                    sample.to(),
                    Math.rint(history.stuckWh),
                    limit,
                    "Wh",
                    "The register stands still while power flows; what it skips is counted when it moves again.");
        }
    }

    static void gap(Sample sample, DeviceTerms terms, History history, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.LONG_GAP);
        if (rule.isEmpty() || history.isFirst()) {
            return;
        }
        double limit = rule.get().parameter("gap_seconds");
        long gap = sample.from() - history.lastEnd;
        if (gap > limit) {
            notes.note(
                    PhysicsRule.LONG_GAP,
                    history.lastEnd,
                    sample.from(),
                    gap,
                    limit,
                    "s",
                    "Nothing is known of this time but what the register gained over it.");
        }
    }
}
