package energy.registry.domain.evidence;

/** What the footage shows of the rotor. Written as ordinal: append only. */
public enum RotorState {
    RUNNING,
    STOPPED,
    INCONCLUSIVE
}
