package energy.registry.domain.control;

/** Who may freeze. */
public enum Authority {
    REGULATOR,
    ISSUING_BODY
}
