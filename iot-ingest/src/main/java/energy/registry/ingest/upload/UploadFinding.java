package energy.registry.ingest.upload;

/**
 * One thing noticed in a file.
 *
 * @param line in the file from 1, or null where there is none
 * @param column in the line from 1, or null
 * @param rule constant of {@link UploadRule}, or of the intake's rules where a statement was refused
 * @param note whether it only tells and refuses nothing
 */
public record UploadFinding(
        Integer line,
        Integer column,
        String field,
        String value,
        String rule,
        boolean note,
        String text,
        String remedy) {
    /** Longest value shown back, characters. */
    private static final int VALUE_CHARS_MAX = 80;

    public UploadFinding {
        value = value == null ? "" : cut(value);
    }

    public static UploadFinding of(UploadRule rule, Place place, Object value, String seen) {
        return new UploadFinding(
                place.line(),
                place.column(),
                place.field(),
                String.valueOf(value),
                rule.name(),
                rule.isNote(),
                rule.sentence() + " " + seen + ".",
                rule.remedy());
    }

    private static String cut(String value) {
        String clean = value.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > VALUE_CHARS_MAX ? clean.substring(0, VALUE_CHARS_MAX) + "…" : clean;
    }

    /** Where in the file. */
    public record Place(Integer line, Integer column, String field) {
        public static Place file() {
            return new Place(null, null, "file");
        }

        public static Place at(int line, String field) {
            return new Place(line, null, field);
        }
    }
}
