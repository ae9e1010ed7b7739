package energy.registry.ops.twin;

import java.util.Optional;

/** Something that turns weather into energy. The same start gives the same run, always. */
interface Plant {
    PlantRun run(long startEpochSecond, int seconds);

    /** The sky over an array, for its camera; empty for a plant whose camera looks at a rotor. */
    default Optional<Sky> sky(long epochSecond) {
        return Optional.empty();
    }

    /** @param cloudCover covered part, 0 to 1 */
    record Sky(double cloudCover, double sunElevationDegrees) {}

    /** Whether an interval is worth starting the twin's history with. */
    default boolean isActive(long startEpochSecond, int seconds) {
        return true;
    }
}
