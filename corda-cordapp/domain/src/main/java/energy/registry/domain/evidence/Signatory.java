package energy.registry.domain.evidence;

/** Who speaks in a statement. Written as ordinal: append only. */
public enum Signatory {
    /** The revenue meter itself, from its own register. */
    METER,
    /** A metering agent on behalf of a meter that cannot sign, from that meter's register. */
    METERING_AGENT,
    /** A metering agent that derived the register from recorded power, because the source has no register. */
    METERING_AGENT_FROM_POWER
}
