package energy.registry.ops.twin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.e175.klaus.solarpositioning.Grena3;

/** A flat photovoltaic array: sun position, clear sky after Haurwitz (1945), clouds after Kasten and Czeplak (1980). */
final class SolarArray implements Plant {
    static final long CAPACITY_W = 5_000_000;

    private static final double PEAK_W = 6_000_000;
    private static final double PERFORMANCE_RATIO = 0.86;
    private static final double STANDARD_IRRADIANCE = 1_000;
    private static final double HAURWITZ_SCALE = 1_098;
    private static final double HAURWITZ_FADE = 0.059;
    private static final double CLOUD_LOSS = 0.75;
    private static final double CLOUD_POWER = 3.4;

    /** Below this height an array in a field sees hedges rather than the sun. */
    private static final double ACTIVE_ELEVATION_DEGREES = 6;

    /** TT - UT1 in the 2020s, seconds; known to a second until then, which moves the sun by nothing that matters. */
    private static final double DELTA_T_SECONDS = 69;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final double THOUSANDTHS = 1_000;

    private final Weather weather;
    private final double latitude;
    private final double longitude;

    SolarArray(Weather weather, double latitude, double longitude) {
        this.weather = weather;
        this.latitude = latitude;
        this.longitude = longitude;
    }

    @Override
    public PlantRun run(long startEpochSecond, int seconds) {
        int count = seconds / SECONDS_PER_MINUTE;
        double[] cover = weather.cloudCover(startEpochSecond, count);
        List<PlantRun.Minute> minutes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double irradiance = irradiance(startEpochSecond + (long) i * SECONDS_PER_MINUTE, cover[i]);
            double power = Math.min(CAPACITY_W, PEAK_W * PERFORMANCE_RATIO * irradiance / STANDARD_IRRADIANCE);
            minutes.add(new PlantRun.Minute(
                    Math.round(power * SECONDS_PER_MINUTE),
                    Map.of("irradiance_wm2", Math.round(irradiance * THOUSANDTHS))));
        }
        return new PlantRun(minutes, new double[0]);
    }

    @Override
    public boolean isActive(long startEpochSecond, int seconds) {
        return elevation(startEpochSecond) > ACTIVE_ELEVATION_DEGREES
                && elevation(startEpochSecond + seconds) > ACTIVE_ELEVATION_DEGREES;
    }

    /** Global horizontal irradiance, W/m2. */
    private double irradiance(long epochSecond, double cloudCover) {
        double height = Math.sin(Math.toRadians(elevation(epochSecond)));
        if (height <= 0) {
            return 0;
        }
        double clear = HAURWITZ_SCALE * height * Math.exp(-HAURWITZ_FADE / height);
        return clear * (1 - CLOUD_LOSS * Math.pow(cloudCover, CLOUD_POWER));
    }

    /** Height of the sun over the horizon, degrees. */
    double elevation(long epochSecond) {
        ZonedDateTime moment = Instant.ofEpochSecond(epochSecond).atZone(ZoneOffset.UTC);
        return 90
                - Grena3.calculateSolarPosition(moment, latitude, longitude, DELTA_T_SECONDS)
                        .zenithAngle();
    }
}
