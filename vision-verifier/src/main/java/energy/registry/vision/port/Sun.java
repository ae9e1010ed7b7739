package energy.registry.vision.port;

/** Where the sun stands. */
public interface Sun {
    /** True height of its centre over the horizon, degrees; place in degrees, north and east positive. */
    double elevationDegrees(long epochSecond, double latitudeDegrees, double longitudeDegrees);
}
