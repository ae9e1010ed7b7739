package energy.registry.web.model.office;

/** What a case is about. */
public enum CaseKind {
    /** A generator asks for a device to be registered. */
    DEVICE,
    /** An organisation asks for an account. */
    ORGANISATION,
    /** A colleague is asked to join. */
    INVITATION,
    /** An act that a second person has to agree to. */
    PROPOSAL,
    /** An address that is called when something happens. */
    WEBHOOK,
    /** How one person wants to see things. */
    PREFERENCE,
    /** A purchase, a retirement or looser limits that a colleague has to agree to. */
    APPROVAL,
    /** What the issuing body charges; there is one. */
    FEES,
    /** Above which amounts an organisation wants a second person; its id is the organisation's. */
    LIMITS
}
