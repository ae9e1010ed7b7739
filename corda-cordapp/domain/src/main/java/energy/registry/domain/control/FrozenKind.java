package energy.registry.domain.control;

/** What can be frozen. */
public enum FrozenKind {
    DEVICE,
    ACCOUNT
}
