package energy.registry.ingest.plausibility;

/**
 * Irradiance under a cloudless sky. Ineichen and Perez, "A new airmass independent formulation for the Linke turbidity
 * coefficient", Solar Energy 73 (2002); Haurwitz, "Insolation in relation to cloudiness and cloud density", Journal of
 * Meteorology 2 (1945); relative air mass by Kasten and Young, Applied Optics 28 (1989); extraterrestrial irradiance by
 * Spencer, Search 2 (1971).
 */
final class ClearSky {
    private static final double SOLAR_CONSTANT = 1_366.1;
    private static final double DAYS_OF_YEAR = 365;

    private ClearSky() {}

    /** Global horizontal and beam irradiance, W/m². */
    record Irradiance(double global, double beam) {
        double diffuse(double zenithDegrees) {
            return Math.max(0, global - beam * Math.cos(Math.toRadians(zenithDegrees)));
        }
    }

    /** Global horizontal irradiance by the zenith angle alone, W/m². */
    static double haurwitz(double zenithDegrees) {
        double cosine = Math.cos(Math.toRadians(zenithDegrees));
        return cosine <= 0 ? 0 : 1_098 * cosine * Math.exp(-0.059 / cosine);
    }

    /**
     * @param zenithDegrees apparent, that is with refraction
     * @param linke Linke turbidity, about 2 for very clear and 5 for hazy air
     * @param altitudeMetres above the sea
     */
    static Irradiance ineichen(double zenithDegrees, int dayOfYear, double linke, double altitudeMetres) {
        double cosine = Math.cos(Math.toRadians(zenithDegrees));
        if (cosine <= 0) {
            return new Irradiance(0, 0);
        }
        double airMass = airMass(zenithDegrees) * pressureRatio(altitudeMetres);
        double outside = extraterrestrial(dayOfYear);
        double near = Math.exp(-altitudeMetres / 8_000);
        double far = Math.exp(-altitudeMetres / 1_250);
        double scale = 5.09e-5 * altitudeMetres + 0.868;
        double decay = 3.92e-5 * altitudeMetres + 0.0387;
        double global = scale * outside * cosine * Math.exp(-decay * airMass * (near + far * (linke - 1)));
        double beam = outside * (0.664 + 0.163 / near) * Math.exp(-0.09 * airMass * (linke - 1));
        double most = global * (1 - (0.1 - 0.2 * Math.exp(-linke)) / (0.1 + 0.882 / near)) / cosine;
        return new Irradiance(global, Math.max(0, Math.min(beam, most)));
    }

    static double airMass(double zenithDegrees) {
        return 1 / (Math.cos(Math.toRadians(zenithDegrees)) + 0.50572 * Math.pow(96.07995 - zenithDegrees, -1.6364));
    }

    private static double pressureRatio(double altitudeMetres) {
        return Math.pow(1 - 2.25577e-5 * altitudeMetres, 5.25588);
    }

    static double extraterrestrial(int dayOfYear) {
        double day = 2 * Math.PI * (dayOfYear - 1) / DAYS_OF_YEAR;
        return SOLAR_CONSTANT
                * (1.00011
                        + 0.034221 * Math.cos(day)
                        + 0.00128 * Math.sin(day)
                        + 0.000719 * Math.cos(2 * day)
                        + 7.7e-5 * Math.sin(2 * day));
    }

    /** How much refraction lifts the sun, degrees; Sæmundsson, Sky and Telescope 72 (1986), from the true elevation. */
    static double refractionDegrees(double elevationDegrees) {
        if (elevationDegrees < -1) {
            return 0;
        }
        double angle = elevationDegrees + 10.3 / (elevationDegrees + 5.11);
        return 1.02 / Math.tan(Math.toRadians(angle)) / 60;
    }
}
