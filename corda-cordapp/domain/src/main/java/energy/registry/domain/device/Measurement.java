package energy.registry.domain.device;

/** What a revenue meter's register counts. Written as ordinal: append only. */
public enum Measurement {
    /** What is fed in, less the station's own use. */
    NET,
    /** Everything that is generated, the station's own use included. */
    GROSS
}
