package energy.registry.ingest.adapter.file.csv;

import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table with a header, RFC 4180 quoting, read row by row. */
final class CsvTable {
    /** Rows: a year of five-minute intervals is 105,120. */
    private static final int ROWS_MAX = 110_000;

    private static final int COLUMNS_MAX = 64;
    private static final int FIELD_CHARS_MAX = 256;

    private final String text;
    private final char delimiter;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int at;
    private int line = 1;
    private int rows;

    private CsvTable(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    static CsvTable of(byte[] bytes) throws RefusedFileException {
        String text = CsvText.decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new RefusedFileException(
                    UploadRule.FILE_MALFORMED, Place.file(), "", "There are zero bytes in it: this is no text");
        }
        CsvTable table = new CsvTable(text, CsvText.delimiter(text));
        Row header = table.next();
        if (header == null) {
            throw new RefusedFileException(UploadRule.FILE_EMPTY, Place.file(), "", "There is no row in it");
        }
        for (int i = 0; i < header.fields().size(); i++) {
            String name = header.fields().get(i).text();
            table.names.add(name);
            table.columns.putIfAbsent(key(name), i);
        }
        table.rows = 0;
        return table;
    }

    /** Letters and digits only: "Date of Generation" and date_of_generation are the same. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    List<String> names() {
        return names;
    }

    boolean decimalComma() {
        return delimiter != ',';
    }

    /** Index of the first of these columns that there is, or -1. */
    int column(String... keys) {
        for (String key : keys) {
            if (columns.containsKey(key)) {
                return columns.get(key);
            }
        }
        return -1;
    }

    /** A field with its column in the line, from 1. */
    record Field(String text, int column) {}

    record Row(int line, List<Field> fields) {
        Field field(int index) {
            return index < fields.size() ? fields.get(index) : new Field("", 0);
        }
    }

    /** The next row that is not blank, or null at the end. */
    Row next() throws RefusedFileException {
        while (at < text.length()) {
            int first = line;
            List<Field> fields = fields();
            boolean blank = fields.size() == 1 && fields.get(0).text().isEmpty();
            if (!blank) {
                if (++rows > ROWS_MAX) {
                    throw new RefusedFileException(
                            UploadRule.FILE_LIMIT, Place.at(first, "rows"), rows, "At most " + ROWS_MAX + " rows");
                }
                return new Row(first, fields);
            }
        }
        return null;
    }

    private List<Field> fields() throws RefusedFileException {
        List<Field> fields = new ArrayList<>();
        int begin = at;
        while (true) {
            fields.add(field(at - begin + 1));
            if (fields.size() > COLUMNS_MAX) {
                throw new RefusedFileException(
                        UploadRule.FILE_LIMIT, Place.at(line, "columns"), "", "At most " + COLUMNS_MAX + " columns");
            }
            if (at >= text.length() || text.charAt(at) != delimiter) {
                endOfLine();
                return fields;
            }
            at++;
        }
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    private Field field(int column) throws RefusedFileException {
        StringBuilder field = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) {
            at++;
            quoted(field, column);
        }
        while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd(text.charAt(at))) {
            add(field, text.charAt(at), column);
            at++;
        }
        return new Field(field.toString().trim(), column);
    }

    private void quoted(StringBuilder field, int column) throws RefusedFileException {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && at < text.length() && text.charAt(at) == '"') {
                at++;
            } else if (c == '"') {
                return;
            }
            line += c == '\n' ? 1 : 0;
            add(field, c, column);
        }
        throw new RefusedFileException(
                UploadRule.FILE_MALFORMED, new Place(line, column, "quote"), "", "A quote is not closed");
    }

    private void add(StringBuilder field, char c, int column) throws RefusedFileException {
        if (field.length() >= FIELD_CHARS_MAX) {
            throw new RefusedFileException(
                    UploadRule.FILE_LIMIT,
                    new Place(line, column, "field"),
                    field.substring(0, 20),
                    "A field has at most " + FIELD_CHARS_MAX + " characters");
        }
        field.append(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
