package energy.registry.web.model.office;

/** What a form field may hold, and so how it is checked and shown. */
public enum FieldKind {
    /** One line of words. */
    LINE,
    /** Several lines of words. */
    AREA,
    /** A whole number, not negative. */
    WHOLE,
    /** A number with a point, possibly negative. */
    DECIMAL,
    /** An amount of money, at most two places. */
    MONEY,
    /** A calendar day. */
    DATE,
    /** A minute, in UTC. */
    TIME,
    /** One of the field's choices. */
    CHOICE,
    /** Must be ticked where it is required. */
    TICK,
    /** ISO 3166-1 alpha-2. */
    COUNTRY,
    /** Energy Identification Code of a bidding zone, 16 characters with their check character. */
    ZONE,
    /** GSRN of 18 digits or EIC of 16 characters, each with its check character. */
    METERING_POINT,
    /** A public key as PEM or base64 SubjectPublicKeyInfo: Ed25519 or P-256. */
    KEY,
    /** Capital letters, digits and hyphens. */
    CODE,
    /** An e-mail address. */
    EMAIL,
    /** An https address. */
    ADDRESS
}
