package energy.registry.ingest.plausibility;

import java.time.LocalDate;
import java.util.Optional;

/** What the sun allows. */
final class SolarChecks {
    /** The centre of the sun at sunrise, with refraction and its own radius: the usual definition, degrees. */
    private static final double SUNRISE_DEGREES = -0.833;

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double STANDARD_IRRADIANCE = 1_000;
    private static final long SECONDS_PER_DAY = 86_400;

    private final Sun sun;

    SolarChecks(Sun sun) {
        this.sun = sun;
    }

    void check(Sample sample, DeviceTerms terms, History history, Notes notes) {
        zero(sample, terms, history, notes);
        Optional<RuleDefinition> night = terms.rule(PhysicsRule.PV_NIGHT);
        Optional<RuleDefinition> envelope = terms.rule(PhysicsRule.PV_CLEAR_SKY);
        if (night.isEmpty() || envelope.isEmpty()) {
            return;
        }
        double floor = night.get().parameter("floor_share") * terms.capacityW();
        if (sample.powerW() <= floor && !isEnergyOf(sample, floor, night.get())) {
            return;
        }
        double elevation = highest(sample, terms);
        if (elevation < SUNRISE_DEGREES) {
            notes.note(
                    PhysicsRule.PV_NIGHT,
                    sample.from(),
                    sample.to(),
                    Math.max(sample.powerW(), mean(sample)),
                    floor,
                    "W",
                    "The sun is below the horizon all the time.");
            return;
        }
        clearSky(sample, terms, elevation, envelope.get(), notes);
    }

    /**
     * Zeros under the sun that end at once. Even a sky quite overcast passes on average a quarter of what a clear one does
     * (Kasten and Czeplak, Solar Energy 24, 1980) and inverters start below a hundredth of their capacity, so that snow
     * and clouds let a plant come up through small powers: one that jumps was switched off, or its values were filled in.
     */
    private void zero(Sample sample, DeviceTerms terms, History history, Notes notes) {
        Optional<RuleDefinition> rule = terms.rule(PhysicsRule.ZERO_UNDER_SUN);
        if (rule.isEmpty()) {
            return;
        }
        boolean waits = history.darkSince != Long.MIN_VALUE && history.lastEnd == sample.from();
        if (sample.powerW() <= 0 && sample.energyWh() <= 0) {
            if (!isBright(sample, terms, rule.get())) {
                history.darkSince = Long.MIN_VALUE;
            } else if (!waits) {
                history.darkSince = sample.from();
            }
            return;
        }
        long seconds = sample.from() - history.darkSince;
        boolean jumps = sample.powerW() >= rule.get().parameter("wake_share") * terms.capacityW();
        if (waits && jumps && seconds >= rule.get().parameter("seconds_min")) {
            notes.note(
                    PhysicsRule.ZERO_UNDER_SUN,
                    history.darkSince,
                    sample.from(),
                    seconds,
                    rule.get().parameter("seconds_min"),
                    "s at zero",
                    "The sun was up and the plant came back at once: switched off, or filled in.");
        }
        history.darkSince = Long.MIN_VALUE;
    }

    private boolean isBright(Sample sample, DeviceTerms terms, RuleDefinition rule) {
        long middle = sample.from() + sample.seconds() / 2;
        double elevation = sun.elevationDegrees(middle, terms.latitude(), terms.longitude());
        return elevation > 0 && sky(elevation, sample, rule).global() >= rule.parameter("clear_sky_wm2_min");
    }

    private static ClearSky.Irradiance sky(double elevation, Sample sample, RuleDefinition rule) {
        double zenith = 90 - elevation - ClearSky.refractionDegrees(elevation);
        int day = LocalDate.ofEpochDay(sample.to() / SECONDS_PER_DAY).getDayOfYear();
        return ClearSky.ineichen(zenith, day, rule.parameter("linke_turbidity"), rule.parameter("altitude_metres"));
    }

    /** A register that counts in whole steps may show by night what flowed by day: one step is forgiven. */
    private static boolean isEnergyOf(Sample sample, double floor, RuleDefinition night) {
        return sample.energyWh() > floor * sample.seconds() / SECONDS_PER_HOUR + night.parameter("register_step_wh");
    }

    private static double mean(Sample sample) {
        return sample.energyWh() < 0 ? 0 : sample.energyWh() * SECONDS_PER_HOUR / sample.seconds();
    }

    private double highest(Sample sample, DeviceTerms terms) {
        double start = sun.elevationDegrees(sample.from(), terms.latitude(), terms.longitude());
        double middle = sun.elevationDegrees(sample.from() + sample.seconds() / 2, terms.latitude(), terms.longitude());
        double end = sun.elevationDegrees(sample.to(), terms.latitude(), terms.longitude());
        return Math.max(start, Math.max(middle, end));
    }

    /** The brightest plane there is, facing the sun under very clear air, with the edge of a cloud and full DC side. */
    private static void clearSky(Sample sample, DeviceTerms terms, double elevation, RuleDefinition rule, Notes notes) {
        double zenith = 90 - elevation - ClearSky.refractionDegrees(elevation);
        ClearSky.Irradiance sky = sky(elevation, sample, rule);
        double plane = sky.beam()
                + sky.diffuse(zenith)
                + rule.parameter("ground_reflection") * sky.global()
                + rule.parameter("twilight_wm2");
        double limit = Math.min(
                1 + rule.parameter("capacity_margin"),
                plane * rule.parameter("enhancement") * rule.parameter("dc_ac_ratio") / STANDARD_IRRADIANCE);
        if (sample.powerW() > limit * terms.capacityW()) {
            notes.note(
                    PhysicsRule.PV_CLEAR_SKY,
                    sample.from(),
                    sample.to(),
                    sample.powerW(),
                    Math.rint(limit * terms.capacityW()),
                    "W",
                    "A cloudless sky with the sun at " + Math.round(elevation) + "° does not give this much.");
        }
    }
}
