package energy.registry.ingest.upload;

/**
 * Reading of a file ends here. Thrown inside readers only, where the place that notices is far below the one that
 * answers; it never leaves them.
 */
public final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient UploadFinding finding;

    public RefusedFileException(UploadFinding finding) {
        super(finding.text(), null, false, false);
        this.finding = finding;
    }

    public RefusedFileException(UploadRule rule, UploadFinding.Place place, Object value, String seen) {
        this(UploadFinding.of(rule, place, value, seen));
    }

    public UploadFinding finding() {
        return finding;
    }
}
