package energy.registry.ingest.port;

import energy.registry.ingest.upload.Upload;
import java.util.List;
import java.util.Optional;

/** Keeps files byte for byte, and what became of them. */
public interface UploadStore {
    /** Keeps a file; the same bytes for the same device are kept once. */
    Upload keep(Upload fresh, byte[] bytes);

    void finish(Upload upload);

    Optional<Upload> byId(long id);

    /**
     * Newest first.
     *
     * @param deviceId or null for all
     * @param before smaller ids only; null for the first page
     */
    List<Upload> page(String deviceId, Long before, int limit);

    Optional<byte[]> bytes(long id);
}
