package energy.registry.web.model;

/** Why something was not done. {@code rule} is a stable code; {@code detail} names field, value and remedy for a person. */
public record Refusal(Kind kind, String rule, String detail, String field, String value) {
    /** What sort of refusal, which doors turn into their status codes. */
    public enum Kind {
        /** The request does not make sense: see field and value. */
        INVALID,
        /** Not there, or not the actor's to see: the two are never told apart. */
        NOT_FOUND,
        /** The actor's role does not allow it. */
        FORBIDDEN,
        /** A rule of the registry or the state of things refused it. */
        CONFLICT,
        /** A part of the registry cannot be reached; the same request may be sent again. */
        UNAVAILABLE
    }

    public static Refusal invalid(String field, String value, String detail) {
        return new Refusal(Kind.INVALID, "INVALID_INPUT", detail, field, value);
    }

    public static Refusal notFound(String what) {
        return new Refusal(Kind.NOT_FOUND, "NOT_FOUND", what + " was not found.", "", "");
    }

    public static Refusal forbidden(String detail) {
        return new Refusal(Kind.FORBIDDEN, "ROLE_REQUIRED", detail, "", "");
    }

    public static Refusal conflict(String rule, String detail) {
        return new Refusal(Kind.CONFLICT, rule, detail, "", "");
    }

    public static Refusal unavailable(String rule, String detail) {
        return new Refusal(Kind.UNAVAILABLE, rule, detail, "", "");
    }
}
