package energy.registry.domain.certificate;

/** Why energy is claimed. One retirement has one reason, for ever. Written as ordinal: append only. */
public enum MainReason {
    VOLUNTARY,
    COMPLIANCE
}
