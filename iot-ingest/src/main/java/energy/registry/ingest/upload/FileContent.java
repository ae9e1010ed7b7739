package energy.registry.ingest.upload;

import java.util.List;

/**
 * What a file says. A file of unsigned data is taken whole or not at all: statements go forward in time, so that a row
 * left out now could never follow later.
 *
 * @param records number of things that the file holds: rows, records, statements
 * @param refusedRecords how many of them are refused by themselves
 * @param envelopes signed statements as they stand in the file
 */
public record FileContent(
        FileFormat format,
        int records,
        int refusedRecords,
        List<MeteredInterval> intervals,
        List<RegisterValue> registers,
        List<byte[]> envelopes,
        List<UploadFinding> findings) {

    public FileContent {
        intervals = List.copyOf(intervals);
        registers = List.copyOf(registers);
        envelopes = List.copyOf(envelopes);
        findings = List.copyOf(findings);
    }

    public static FileContent refused(FileFormat format, int records, List<UploadFinding> findings) {
        return new FileContent(format, records, Math.max(records, 1), List.of(), List.of(), List.of(), findings);
    }

    public static FileContent intervals(FileFormat format, List<MeteredInterval> intervals, List<UploadFinding> notes) {
        return new FileContent(format, intervals.size(), 0, intervals, List.of(), List.of(), notes);
    }
}
