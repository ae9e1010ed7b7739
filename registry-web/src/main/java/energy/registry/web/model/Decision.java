package energy.registry.web.model;

/** What the issuing body decides on a held claim. */
public enum Decision {
    RELEASE,
    REJECT
}
