package energy.registry.domain.claim;

/** What the verdicts say about the metered energy. Written as ordinal: append only. */
public enum CameraFinding {
    CONSISTENT,
    INCONSISTENT,
    INCONCLUSIVE,
    /** The device's policy asks for no camera and none spoke. */
    ABSENT
}
