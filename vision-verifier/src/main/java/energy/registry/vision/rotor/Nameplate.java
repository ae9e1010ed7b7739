package energy.registry.vision.rotor;

/**
 * What is known of the rotor beforehand; 0 blades means unknown, a sense of 0 likewise, 1 is clockwise, -1 is not.
 *
 * @param blades number of blades, 0 when unknown
 * @param rpmMin slowest speed at which the generator feeds; slower is idling
 * @param rpmMax fastest speed that the machine permits
 * @param sense sense of rotation as the camera sees it
 */
public record Nameplate(int blades, double rpmMin, double rpmMax, int sense) {
    /** Windings above this are harmonics, not blades, unless the nameplate says otherwise. */
    static final int BLADES_MAX_WHEN_UNKNOWN = 5;

    private static final int BLADES_MAX = 12;

    /** Of an unknown machine, speeds above this are not thought of: only rotors of a few metres turn faster. */
    private static final double ASSUMED_RPM_MAX = 250;

    public Nameplate {
        if (blades < 0 || blades > BLADES_MAX) {
            throw new IllegalArgumentException("blades: " + blades + " is not within 1 .. " + BLADES_MAX);
        }
        if (!(rpmMin >= 0 && rpmMax > rpmMin && rpmMax < 100_000)) {
            throw new IllegalArgumentException(
                    "rpm range: " + rpmMin + " .. " + rpmMax + " is not a range of speeds in revolutions a minute");
        }
        if (sense < -1 || sense > 1) {
            throw new IllegalArgumentException("sense: " + sense + " is none of -1, 0, 1");
        }
    }

    public static Nameplate unknown() {
        return new Nameplate(0, 0, ASSUMED_RPM_MAX, 0);
    }

    boolean allowsBlades(int count) {
        return blades == 0 ? count >= 2 && count <= BLADES_MAX_WHEN_UNKNOWN : count == blades;
    }

    boolean allowsSpeed(double rpm) {
        return rpm >= 0 && rpm <= rpmMax;
    }

    /** Turns, but does not feed. */
    public boolean isIdle(double rpm) {
        return rpm < rpmMin;
    }

    boolean allowsSense(int seen) {
        return sense == 0 || sense == seen;
    }
}
