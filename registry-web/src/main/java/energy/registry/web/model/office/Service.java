package energy.registry.web.model.office;

/** The services behind the pages. */
public enum Service {
    LEDGER,
    METERS,
    CAMERAS
}
