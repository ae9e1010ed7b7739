package energy.registry.ingest.upload;

import energy.registry.domain.encoding.Digest;
import java.time.Instant;
import java.util.List;

/**
 * A file and what became of it.
 *
 * @param id 0 before it is kept
 * @param format null before it is read
 * @param outcome null while it is under way, and for ever where the process ended meanwhile
 */
public record Upload(
        long id,
        String deviceId,
        String actor,
        Digest sha256,
        long size,
        Instant receivedAt,
        FileFormat format,
        Outcome outcome) {

    /**
     * @param accepted records, statements, or intervals that count now
     * @param refused those that do not
     * @param duplicates those that counted before
     * @param statements digests of the statements that came of it
     */
    public record Outcome(
            int accepted, int refused, int duplicates, List<UploadFinding> findings, List<String> statements) {
        public Outcome {
            findings = List.copyOf(findings);
            statements = List.copyOf(statements);
        }
    }

    /** Whether sending the same bytes again could not change anything. */
    public boolean isSettled() {
        return outcome != null && outcome.refused() == 0 && outcome.accepted() > 0;
    }

    public Upload finished(FileFormat found, Outcome result) {
        return new Upload(id, deviceId, actor, sha256, size, receivedAt, found, result);
    }
}
