package energy.registry.domain.encoding;

/** Bytes that are no canonical record. Unchecked: a caller that parses foreign bytes turns it into a refusal. */
public final class MalformedRecordException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String field;

    public MalformedRecordException(String record, String field, String problem) {
        super(record + "." + field + ": " + problem);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
