package energy.registry.vision.rotor;

/**
 * At how many places of a pass the frames show the blades. Where the frame rate is nearly a whole part of a few passes,
 * they are few, and between them nothing is seen but what the creeping from one to the next brings.
 */
final class SeenPlaces {
    /** So many are as good as all. */
    static final int ALL = 16;

    private static final int MIN = 3;

    /** Creeping further than this, in distances between two places, the blades are seen everywhere. */
    private static final double CREEP_MAX = 3;

    private SeenPlaces() {}

    /** @param phase by frame, radians of the pass */
    static int of(double[] phase) {
        for (int places = MIN; places < ALL; places++) {
            if (creep(phase, places) < CREEP_MAX) {
                return places;
            }
        }
        return ALL;
    }

    /** How far the blades come from so many even places, in distances between two of them. */
    private static double creep(double[] phase, int places) {
        double crept = 0;
        double least = 0;
        double most = 0;
        for (int t = 1; t < phase.length; t++) {
            crept += Math.IEEEremainder(places * (phase[t] - phase[t - 1]), 2 * Math.PI) / (2 * Math.PI);
            least = Math.min(least, crept);
            most = Math.max(most, crept);
        }
        return most - least;
    }
}
