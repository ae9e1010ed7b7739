package energy.registry.vision.physics;

import energy.registry.vision.solar.PanelObservation;
import energy.registry.vision.solar.SkyObservation;
import energy.registry.vision.solar.SkyState;

/**
 * The most that an array can deliver by sun, sky and panels. Coarse on purpose: tilt and bearing are not known, so the
 * panels may face the sun; one colour camera tells the irradiance to some 180 W/m2.
 *
 * <p>Clear sky: Haurwitz, Journal of Meteorology 2 (1945). Clouds: Kasten and Czeplak, Solar Energy 24 (1980).
 */
public final class SolarBand {
    public static final String BASIS = "solar-band-1";

    /** Above this part of its capacity an array meters nothing at night: inverters and transformers take, not give. */
    public static final double NIGHT_PART_MAX = 0.005;

    /** Panels' peak power over the capacity of the inverters: seldom more than this. */
    private static final double PANELS_OVER_CAPACITY = 1.3;

    /** One all-sky picture gives the irradiance to 178 W/m2 (Dev et al., AMT 12, 2019). */
    private static final double SKY_UNCERTAINTY_WM2 = 180;

    /** Of an overcast sky the beam is gone; what is left varies with the clouds' thickness, part of the clear sky's. */
    private static final double OVERCAST_UNCERTAINTY_PART = 0.2;

    private static final double STANDARD_IRRADIANCE = 1_000;
    private static final double BEAM_PART = 0.85;
    private static final double SINE_MIN = 0.1;
    private static final double CLOUD_LOSS = 0.75;
    private static final double CLOUD_POWER = 3.4;

    /** Under snow some light comes through; rows that are nearly covered deliver nothing, for strings break. */
    private static final double SNOW_LIGHT = 0.1;

    private static final double SNOW_DEEP_FROM = 0.8;
    private static final double SNOW_DEEP_POWER = 0.15;

    /** In shade there is the sky's light. */
    private static final double SHADE_LIGHT = 0.4;

    private SolarBand() {}

    /** @param elevationDegrees highest of the sun in the interval */
    public static ExpectedPower of(
            double capacityW, double elevationDegrees, SkyObservation sky, PanelObservation panels) {
        double sine = Math.sin(Math.toRadians(elevationDegrees));
        double clear = clearSky(sine);
        double cloud = sky.cloudFraction();
        double global = clear * (1 - CLOUD_LOSS * Math.pow(cloud, CLOUD_POWER));
        double beam = BEAM_PART * (1 - cloud) * global;
        double onPanels = global - beam + beam / Math.max(SINE_MIN, sine);
        double uncertainty = sky.state() == SkyState.OVERCAST ? OVERCAST_UNCERTAINTY_PART * clear : SKY_UNCERTAINTY_WM2;
        double perIrradiance = PANELS_OVER_CAPACITY * capacityW / STANDARD_IRRADIANCE * light(panels);
        return new ExpectedPower(Math.min(capacityW, perIrradiance * onPanels), perIrradiance * uncertainty, BASIS);
    }

    /** Global horizontal irradiance under a cloudless sky, W/m2. */
    static double clearSky(double sineOfElevation) {
        return sineOfElevation <= 0 ? 0 : 1_098 * sineOfElevation * Math.exp(-0.059 / sineOfElevation);
    }

    private static double light(PanelObservation panels) {
        double snow = panels.snowPart();
        double shaded = panels.shadedPart();
        double left = 1 - snow - shaded + SNOW_LIGHT * snow + SHADE_LIGHT * shaded;
        return snow >= SNOW_DEEP_FROM ? Math.min(SNOW_DEEP_POWER, left) : Math.max(SNOW_LIGHT, left);
    }
}
