package energy.registry.ingest.adapter.file.csv;

import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadContext;

/** Reads a table in the form that was named, or in the one that its header shows. */
public final class CsvReader {
    private CsvReader() {}

    /** Which table this is, by its header; the own form when none matches. */
    public static FileFormat formOf(byte[] bytes) throws RefusedFileException {
        CsvTable table = CsvTable.of(bytes);
        if (EnergyTagTable.matches(table)) {
            return FileFormat.ENERGYTAG;
        }
        return MretsTable.matches(table) ? FileFormat.MRETS : FileFormat.CSV;
    }

    public static FileContent read(FileFormat form, byte[] bytes, UploadContext context) throws RefusedFileException {
        CsvTable table = CsvTable.of(bytes);
        return switch (form) {
            case ENERGYTAG -> EnergyTagTable.read(table, context);
            case MRETS -> MretsTable.read(table, context);
            default -> OwnTable.read(table, context);
        };
    }
}
