package energy.registry.vision.physics;

/** Whether the metered energy fits what was seen. */
public enum Consistency {
    CONSISTENT,
    INCONSISTENT,
    INCONCLUSIVE
}
