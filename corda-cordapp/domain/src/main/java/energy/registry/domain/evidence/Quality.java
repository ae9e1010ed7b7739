package energy.registry.domain.evidence;

/** How a register value came about. Written as ordinal: append only. */
public enum Quality {
    MEASURED,
    CALCULATED,
    /** Never issued (domain rule: estimates are no source of certificates). */
    ESTIMATED
}
