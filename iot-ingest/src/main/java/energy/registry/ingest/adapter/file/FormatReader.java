package energy.registry.ingest.adapter.file;

import energy.registry.ingest.adapter.file.csv.CsvReader;
import energy.registry.ingest.adapter.file.greenbutton.GreenButtonReader;
import energy.registry.ingest.adapter.file.ocmf.OcmfReader;
import energy.registry.ingest.port.FileReader;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@link FileReader} for all formats of the file door. */
public final class FormatReader implements FileReader {
    /** 16 MiB: a year of five-minute intervals in the wordiest format. */
    public static final int FILE_BYTES_MAX = 16 << 20;

    /** The beginning that tells a format. */
    private static final int HEAD_BYTES = 64 << 10;

    private final OcmfReader ocmf;

    public FormatReader(OcmfReader ocmf) {
        this.ocmf = ocmf;
    }

    @Override
    public FileContent read(byte[] bytes, Optional<FileFormat> format, UploadContext context) {
        FileFormat found = format.orElse(FileFormat.CSV);
        try {
            found = format.isPresent() ? format.get() : formatOf(bytes);
            return read(found, bytes, context);
        } catch (RefusedFileException refused) {
            return FileContent.refused(found, 1, List.of(refused.finding()));
        }
    }

    private FileContent read(FileFormat format, byte[] bytes, UploadContext context) throws RefusedFileException {
        if (bytes.length > FILE_BYTES_MAX) {
            throw new RefusedFileException(
                    UploadRule.FILE_TOO_LARGE, Place.file(), bytes.length, "This one has " + bytes.length + " bytes");
        }
        if (bytes.length == 0) {
            throw new RefusedFileException(UploadRule.FILE_EMPTY, Place.file(), "", "This one has no bytes");
        }
        return switch (format) {
            case STATEMENT -> StatementFile.read(bytes);
            case GREENBUTTON -> GreenButtonReader.read(bytes, context);
            case OCMF -> ocmf.read(bytes, context);
            case CSV, MRETS, ENERGYTAG -> CsvReader.read(format, bytes, context);
        };
    }

    /** By what stands in the beginning; a name or type that a sender gives tells nothing. */
    private static FileFormat formatOf(byte[] bytes) throws RefusedFileException {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        String start = head.replaceAll("^[^\\x21-\\x7E]+", "")
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading();
        if (start.startsWith("OCMF|")) {
            return FileFormat.OCMF;
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return FileFormat.STATEMENT;
        }
        if (!start.startsWith("<")) {
            return CsvReader.formOf(bytes);
        }
        if (head.contains("signedData") || head.contains("OCMF|") || head.contains("<values")) {
            return FileFormat.OCMF;
        }
        if (head.contains("naesb.org/espi") || head.contains("<feed") || head.contains("<!DOCTYPE")) {
            return FileFormat.GREENBUTTON;
        }
        throw new RefusedFileException(
                UploadRule.FILE_FORMAT_UNKNOWN, Place.file(), "", "This XML is neither Green Button nor OCMF");
    }
}
