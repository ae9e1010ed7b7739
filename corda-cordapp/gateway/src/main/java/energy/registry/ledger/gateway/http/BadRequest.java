package energy.registry.ledger.gateway.http;

/** Input that is not understood: which field, what it held, and what to give instead. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What of a bad value is repeated to the client, characters. */
    private static final int SHOWN_MAX = 80;

    private final String field;
    private final String value;

    public BadRequest(String field, Object value, String remedy) {
        super(field + ": " + remedy);
        this.field = field;
        String text = String.valueOf(value);
        this.value = text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }
}
