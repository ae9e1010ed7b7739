package energy.registry.ingest.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The folder of real recordings: beside the repository, or where {@code registry.recordings} points. */
public final class Recordings {
    private static final String PROPERTY = "registry.recordings";

    private Recordings() {}

    /** Rows by column name; the test is skipped when the file is not there. */
    public static List<Map<String, String>> rows(String file) {
        Path path = folder().resolve(file);
        assumeTrue(
                Files.isReadable(path),
                "SKIPPED: the recording " + path + " is not there; point -D" + PROPERTY + " at the folder");
        try {
            List<String> lines = Files.readAllLines(path);
            String[] header = lines.get(0).split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>(lines.size());
            for (String line : lines.subList(1, lines.size())) {
                if (line.isEmpty()) {
                    continue;
                }
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolve("shared/data");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return Path.of("../../shared/data");
    }
}
