package energy.registry.web.application.office;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table of readings in which a column names the device of each row, as portals of plants export it, taken apart by
 * device. A part keeps the header and the place of its rows, so that a finding names the line of the file that was sent.
 */
final class ReadingsTable {
    private static final Set<String> DEVICE = Set.of("device", "deviceid");
    private static final String DELIMITERS = ",;\t";

    private ReadingsTable() {}

    /** By device, in the order of the file; empty where the content is no table or no column names a device. */
    static Map<String, byte[]> parts(byte[] content) {
        List<String> lines = text(content).lines().toList();
        if (lines.isEmpty()) {
            return Map.of();
        }
        String header = lines.get(0);
        String delimiter = delimiter(header);
        int column = column(header, delimiter);
        return column < 0 ? Map.of() : parts(lines, delimiter, column);
    }

    private static Map<String, byte[]> parts(List<String> lines, String delimiter, int column) {
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        Map<String, Integer> last = new HashMap<>();
        for (int n = 1; n < lines.size(); n++) {
            List<String> cells = cells(lines.get(n), delimiter);
            if (column < cells.size() && !cells.get(column).isEmpty()) {
                StringBuilder part =
                        parts.computeIfAbsent(cells.get(column), device -> new StringBuilder(lines.get(0)));
                part.append("\n".repeat(n - last.getOrDefault(cells.get(column), 0)))
                        .append(lines.get(n));
                last.put(cells.get(column), n);
            }
        }
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach(
                (device, part) -> bytes.put(device, part.append('\n').toString().getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static int column(String header, String delimiter) {
        List<String> names = cells(header, delimiter).stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .toList();
        return names.stream()
                .filter(DEVICE::contains)
                .map(names::indexOf)
                .findFirst()
                .orElse(-1);
    }

    private static List<String> cells(String line, String delimiter) {
        return List.of(line.split(delimiter, -1)).stream()
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    private static String delimiter(String header) {
        String found = ",";
        long most = 0;
        for (char each : DELIMITERS.toCharArray()) {
            long times = header.chars().filter(c -> c == each).count();
            if (times > most) {
                most = times;
                found = String.valueOf(each);
            }
        }
        return found;
    }

    /** Another encoding than UTF-8 is the reader's business; such a file goes there whole. */
    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherwise) {
            return "";
        }
    }
}
