package energy.registry.ingest.adapter.file.ocmf;

import energy.registry.ingest.adapter.file.xml.BoundedXml;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the records of a file: one a line, or in the XML of the transparency software. */
final class OcmfFile {
    /** Records in a file: a year of quarter hours. */
    private static final int RECORDS_MAX = 40_000;

    private OcmfFile() {}

    static List<OcmfRecord> records(byte[] bytes) throws RefusedFileException {
        List<OcmfRecord> records = new ArrayList<>();
        if (isXml(bytes)) {
            BoundedXml.read(bytes, new Values(records));
        } else {
            lines(bytes, records);
        }
        if (records.isEmpty()) {
            throw new RefusedFileException(UploadRule.FILE_EMPTY, Place.file(), "", "There is no record in it");
        }
        return records;
    }

    private static boolean isXml(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
        return head.replaceAll("[^\\x21-\\x7E]", "").startsWith("<");
    }

    private static void lines(byte[] bytes, List<OcmfRecord> records) throws RefusedFileException {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                add(records, new OcmfRecord(i + 1, lines[i].strip(), Optional.empty()));
            }
        }
    }

    private static void add(List<OcmfRecord> records, OcmfRecord record) throws RefusedFileException {
        if (records.size() >= RECORDS_MAX) {
            throw new RefusedFileException(
                    UploadRule.FILE_LIMIT, Place.at(record.line(), "records"), "", "At most " + RECORDS_MAX);
        }
        records.add(record);
    }

    /** {@code values/value/(signedData, publicKey)}. */
    private static final class Values implements BoundedXml.Listener {
        private final List<OcmfRecord> records;
        private String data;
        private String key = "";

        Values(List<OcmfRecord> records) {
            this.records = records;
        }

        @Override
        public void ends(Deque<String> path, String text, int line) throws RefusedFileException {
            switch (path.peek()) {
                case "signedData", "encodedData" -> data = text.strip();
                case "publicKey" -> key = text;
                case "value" -> {
                    if (data != null) {
                        add(records, new OcmfRecord(line, data, OcmfRecord.bytes(key)));
                    }
                    data = null;
                    key = "";
                }
                default -> {
                    // context and the like prove nothing
                }
            }
        }
    }
}
