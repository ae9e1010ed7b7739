package energy.registry.ingest.adapter.file.csv;

import energy.registry.ingest.upload.IntervalGrid;
import energy.registry.ingest.upload.UploadFinding;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single fields and collects what is wrong with them, so that one answer names all faults of a file. */
final class CsvFields {
    /** Digits of an amount: more than a plant's lifetime in milliwatt-hours. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,9})?");

    private static final Pattern GROUPED = Pattern.compile(".*[.,].*[.,].*");

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd[ ]['T']HH:mm[:ss][.SSS]");

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    private final boolean decimalComma;
    private final ZoneOffset zone;
    private final List<UploadFinding> findings = new ArrayList<>();

    CsvFields(boolean decimalComma, ZoneOffset zone) {
        this.decimalComma = decimalComma;
        this.zone = zone;
    }

    List<UploadFinding> findings() {
        return findings;
    }

    Optional<BigDecimal> decimal(CsvTable.Row row, int index, String field) {
        String text = row.field(index).text();
        String plain = decimalComma && !GROUPED.matcher(text).matches() ? text.replace(',', '.') : text;
        if (DECIMAL.matcher(plain).matches()) {
            return Optional.of(new BigDecimal(plain));
        }
        return malformed(row, index, field, "expected a number without thousands separators, like 1234.5");
    }

    Optional<Integer> whole(CsvTable.Row row, int index, String field, int min, int max) {
        String text = row.field(index).text();
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
            return Optional.of(Integer.parseInt(text));
        }
        return malformed(row, index, field, "expected a whole number from " + min + " to " + max);
    }

    /** An instant with its offset, or a plain date and time in the file's zone. */
    Optional<Long> second(CsvTable.Row row, int index, String field) {
        String text = row.field(index).text();
        try {
            boolean hasZone = text.endsWith("Z") || text.matches(".*\\d[+-]\\d\\d:?\\d\\d");
            return Optional.of(
                    hasZone
                            ? OffsetDateTime.parse(text.replace(' ', 'T')).toEpochSecond()
                            : LocalDateTime.parse(text, PLAIN).toEpochSecond(zone));
        } catch (DateTimeException e) {
            return malformed(row, index, field, "expected a time like 2026-01-31T12:15:00Z");
        }
    }

    Optional<LocalDate> americanDate(CsvTable.Row row, int index, String field) {
        try {
            return Optional.of(LocalDate.parse(row.field(index).text(), AMERICAN));
        } catch (DateTimeException e) {
            return malformed(row, index, field, "expected a date like 01/31/2026 (month, day, year)");
        }
    }

    <T> Optional<T> malformed(CsvTable.Row row, int index, String field, String expected) {
        CsvTable.Field found = row.field(index);
        add(UploadFinding.of(
                UploadRule.FIELD_MALFORMED,
                new Place(row.line(), found.column() == 0 ? null : found.column(), field),
                found.text(),
                field + " is '" + found.text() + "', " + expected));
        return Optional.empty();
    }

    void refuse(UploadRule rule, CsvTable.Row row, int index, String field, String seen) {
        CsvTable.Field found = row.field(index);
        add(UploadFinding.of(
                rule, new Place(row.line(), found.column() == 0 ? null : found.column(), field), found.text(), seen));
    }

    void add(UploadFinding finding) {
        if (findings.size() < IntervalGrid.FINDINGS_MAX) {
            findings.add(finding);
        }
    }
}
