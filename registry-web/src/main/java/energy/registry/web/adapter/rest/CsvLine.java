package energy.registry.web.adapter.rest;

import java.util.List;
import java.util.stream.Collectors;

/** A line of CSV. */
final class CsvLine {
    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
    private static String cell(String value) {
        String safe = value.matches("^[=+\\-@\\t\\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
