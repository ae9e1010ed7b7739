package energy.registry.ingest.golden;

import energy.registry.ingest.fixture.Recordings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A recording as rows. */
public final class RecordedRows {
    private RecordedRows() {}

    /** Rows by column name; the test is skipped when the file is not there. */
    public static List<Map<String, String>> of(String file) {
        List<String> lines = new String(Recordings.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
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
    }
}
