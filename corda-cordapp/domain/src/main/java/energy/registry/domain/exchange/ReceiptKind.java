package energy.registry.domain.exchange;

/** What a registry certifies about certificates that move. */
public enum ReceiptKind {
    /** The origin: they are locked or cancelled here and given to the registry that is named. */
    GIVEN,
    /** The target: they live here now. */
    ACCEPTED,
    /** The target: they do not and will not live here. */
    REFUSED
}
