package energy.registry.ingest.statement;

/**
 * A statement that is not accepted: the rule, the field that broke it, and the value seen.
 *
 * @param detail one sentence for people, with the numbers
 */
public record Refusal(IntakeRule rule, String field, String value, String detail) {
    /** Longest value shown back, characters: enough for a digest, too short to reflect an attack. */
    private static final int VALUE_CHARS_MAX = 80;

    public static Refusal of(IntakeRule rule, String field, Object value, String seen) {
        String shown = String.valueOf(value);
        String cut = shown.length() > VALUE_CHARS_MAX ? shown.substring(0, VALUE_CHARS_MAX) + "…" : shown;
        return new Refusal(rule, field, cut, rule.sentence() + " " + seen + "; " + rule.remedy() + ".");
    }
}
