package energy.registry.ingest.plausibility;

/** Where the sun stands. */
@FunctionalInterface
public interface Sun {
    /**
     * @param epochSecond UTC
     * @return elevation of the sun's centre above the horizon without refraction, degrees
     */
    double elevationDegrees(long epochSecond, double latitudeDegrees, double longitudeDegrees);
}
