package energy.registry.domain.evidence;

/** Whether energy flowed when the statement was made. Written as ordinal: append only. */
public enum Origin {
    LIVE,
    /** A recording of a real plant that is played through the doors again. */
    RECORDING,
    /** The digital twin: no energy was produced. */
    SIMULATION
}
