package energy.registry.ingest.adapter.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a file into its envelopes: JSON objects one after another, or in one list. Each goes to the intake byte for byte
 * as it stands; whether it is right is decided there.
 */
final class StatementFile {
    /** Statements in a file: two months of quarter hours, one a statement. */
    private static final int STATEMENTS_MAX = 10_000;

    private static final int DEPTH_MAX = 8;
    private static final int STRING_MAX = 1 << 20;

    private StatementFile() {}

    static FileContent read(byte[] bytes) throws RefusedFileException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxStringLength(STRING_MAX)
                        .build())
                .build();
        List<byte[]> envelopes = new ArrayList<>();
        try (JsonParser in = factory.createParser(bytes)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    int from = (int) in.currentTokenLocation().getByteOffset();
                    in.skipChildren();
                    envelopes.add(Arrays.copyOfRange(
                            bytes, from, (int) in.currentLocation().getByteOffset()));
                    requireFewer(envelopes.size(), in);
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    throw malformed(in.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException e) {
            throw malformed(1);
        }
        if (envelopes.isEmpty()) {
            throw new RefusedFileException(UploadRule.FILE_EMPTY, Place.file(), "", "There is no statement in it");
        }
        return new FileContent(FileFormat.STATEMENT, envelopes.size(), 0, List.of(), List.of(), envelopes, List.of());
    }

    private static void requireFewer(int found, JsonParser in) throws RefusedFileException {
        if (found > STATEMENTS_MAX) {
            throw new RefusedFileException(
                    UploadRule.FILE_LIMIT,
                    Place.at(in.currentLocation().getLineNr(), "statements"),
                    found,
                    "At most " + STATEMENTS_MAX + " statements");
        }
    }

    private static RefusedFileException malformed(int line) {
        return new RefusedFileException(
                UploadRule.FILE_MALFORMED,
                Place.at(Math.max(1, line), "json"),
                "",
                "Expected envelopes of signed statements in JSON");
    }
}
