package energy.registry.web.model.office;

/** What a guided act is done to. */
public enum ActSubject {
    /** A registered device; acts on its meter name the device too. */
    DEVICE,
    /** An organisation's account. */
    ACCOUNT,
    /** A retirement, by its statement number. */
    RETIREMENT,
    /** A freeze that is in force. */
    FREEZE,
    /** A key that waits for approval. */
    ENROLMENT,
    /** A key that is in force. */
    KEY,
    /** Bytes that were refused and kept. */
    QUARANTINE,
    /** The registry as a whole. */
    REGISTRY
}
