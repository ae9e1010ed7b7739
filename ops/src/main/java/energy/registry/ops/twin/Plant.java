package energy.registry.ops.twin;

/** Something that turns weather into energy. The same start gives the same run, always. */
interface Plant {
    PlantRun run(long startEpochSecond, int seconds);

    /** Whether an interval is worth starting the twin's history with. */
    default boolean isActive(long startEpochSecond, int seconds) {
        return true;
    }
}
