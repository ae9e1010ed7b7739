package energy.registry.ingest.port;

import energy.registry.domain.encoding.Digest;
import java.util.Optional;

/** The verifier's full records of what it measured. */
public interface ClipRecords {
    /** The record of a clip as it was hashed into the verdict; empty while the verifier does not answer. */
    Optional<byte[]> recordOf(Digest clip, Digest record);
}
