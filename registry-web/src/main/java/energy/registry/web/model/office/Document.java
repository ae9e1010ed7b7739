package energy.registry.web.model.office;

import java.time.Instant;

/** A file that belongs to a case, without its bytes. */
public record Document(
        String id,
        CaseKind caseKind,
        String caseId,
        String purpose,
        String name,
        String mediaType,
        long sizeBytes,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {
    /** Largest file: a scanned diagram with room to spare. */
    public static final int BYTES_MAX = 8 * 1024 * 1024;
    /** Files of one case: every purpose a few times. */
    public static final int FILES_MAX = 20;
}
