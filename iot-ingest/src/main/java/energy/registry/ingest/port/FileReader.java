package energy.registry.ingest.port;

import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.UploadContext;
import java.util.Optional;

/** Reads files of strangers within fixed limits. What is wrong with them is in the content's findings. */
public interface FileReader {
    /** @param format as the sender named it; by its content when empty */
    FileContent read(byte[] bytes, Optional<FileFormat> format, UploadContext context);
}
