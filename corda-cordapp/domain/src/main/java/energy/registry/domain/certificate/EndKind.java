package energy.registry.domain.certificate;

/** How certificates leave circulation other than by retirement. */
public enum EndKind {
    WITHDRAWN,
    EXPIRED,
    EXPORTED,
    STORED,
    STORAGE_LOSS
}
