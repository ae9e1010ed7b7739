package energy.registry.ingest.plausibility;

/**
 * Density of the air against the standard atmosphere's at sea level (ISO 2533: 288.15 K, 1,013.25 hPa), by the law of
 * ideal gases. Wind power is proportional to it (IEC 61400-12-1 normalises curves by it), and a turbine whose controller
 * follows the density delivers in proportion to it at the same speed of its rotor.
 */
final class AirDensity {
    /** Air temperature, thousandths of a degree Celsius. */
    private static final String TEMPERATURE = "air_c";

    /** Air pressure at the machine, thousandths of a hectopascal. */
    private static final String PRESSURE = "air_hpa";

    private static final double ZERO_CELSIUS_KELVIN = 273.15;
    private static final double STANDARD_KELVIN = 288.15;
    private static final double STANDARD_HPA = 1_013.25;
    private static final double MILLI = 1_000;

    /** Beyond what weather does, a value is a fault of the sensor and counts for nothing. */
    private static final double LEAST = 0.7;

    private static final double MOST = 1.4;

    private AirDensity() {}

    /** 1 where the meter states no temperature; the pressure is the standard one where only the temperature is stated. */
    static double ratio(Sample sample) {
        if (!sample.has(TEMPERATURE)) {
            return 1;
        }
        double kelvin = sample.witness(TEMPERATURE) / MILLI + ZERO_CELSIUS_KELVIN;
        double pressure = sample.has(PRESSURE) ? sample.witness(PRESSURE) / MILLI : STANDARD_HPA;
        double ratio = pressure / STANDARD_HPA * STANDARD_KELVIN / kelvin;
        return ratio > LEAST && ratio < MOST ? ratio : 1;
    }
}
