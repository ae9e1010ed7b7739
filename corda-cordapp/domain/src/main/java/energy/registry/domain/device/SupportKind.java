package energy.registry.domain.device;

/** How public money reaches a device. Written as ordinal: append only. */
public enum SupportKind {
    INVESTMENT,
    FEED_IN_TARIFF,
    FEED_IN_PREMIUM,
    CONTRACT_FOR_DIFFERENCE,
    QUOTA,
    TAX,
    LOAN,
    OTHER
}
