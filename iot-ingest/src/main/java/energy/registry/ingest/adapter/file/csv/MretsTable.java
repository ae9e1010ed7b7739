package energy.registry.ingest.adapter.file.csv;

import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.MeteredInterval;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The hourly file of M-RETS (Operating Procedures 4.4.1): generator, reporting unit, date, total MWh of the period, hour
 * 1 to 24, kWh of the hour. All hours are accounted for or the file is refused. Hours are of the zone that the device's
 * enrolment names, without daylight saving: each day has 24.
 */
final class MretsTable {
    private static final int HOURS = 24;
    private static final int SECONDS_PER_HOUR = 3_600;

    /** The hours' sum may differ from the stated total by half its last digit; this digit is a thousandth of a MWh. */
    private static final BigDecimal TOTAL_TOLERANCE_KWH = new BigDecimal("0.5");

    private final CsvTable table;
    private final CsvFields fields;
    private final UploadContext context;
    private final int generator;
    private final int date;
    private final int total;
    private final int hour;
    private final int energy;
    private final Map<LocalDate, Set<Integer>> hours = new HashMap<>();
    private final Set<String> generators = new HashSet<>();
    private final List<MeteredInterval> intervals = new ArrayList<>();
    private BigDecimal statedMwh;
    private BigDecimal sumKwh = BigDecimal.ZERO;

    private MretsTable(CsvTable table, UploadContext context) throws RefusedFileException {
        this.table = table;
        this.context = context;
        this.fields = new CsvFields(table.decimalComma(), context.zone());
        this.generator = required("Generator ID", "generatorid");
        this.date = required("Date of Generation", "dateofgeneration", "date");
        this.total = required("Total MWh", "totalmwh");
        this.hour = required("Hour of Generation", "hourofgeneration", "hour");
        this.energy = required("Total kWh", "totalkwh", "kwh");
    }

    static boolean matches(CsvTable table) {
        return table.column("generatorid") >= 0 && table.column("totalmwh") >= 0;
    }

    static FileContent read(CsvTable table, UploadContext context) throws RefusedFileException {
        return new MretsTable(table, context).read();
    }

    private FileContent read() throws RefusedFileException {
        int rows = 0;
        for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
            rows++;
            row(row);
        }
        if (fields.findings().isEmpty() && rows > 0) {
            requireAllHours();
            requireTotal();
        }
        return OwnTable.finished(FileFormat.MRETS, rows, intervals, List.of(), fields);
    }

    private void row(CsvTable.Row row) {
        if (generators.add(row.field(generator).text()) && generators.size() > 1) {
            fields.refuse(UploadRule.SEVERAL_DEVICES, row, generator, "Generator ID", "Another one begins here");
        }
        Optional<LocalDate> day = fields.americanDate(row, date, "Date of Generation");
        Optional<Integer> number = fields.whole(row, hour, "Hour of Generation", 1, HOURS);
        Optional<BigDecimal> mwh = fields.decimal(row, total, "Total MWh");
        Optional<BigDecimal> kwh = fields.decimal(row, energy, "Total kWh");
        if (day.isEmpty() || number.isEmpty() || mwh.isEmpty() || kwh.isEmpty()) {
            return;
        }
        if (!hours.computeIfAbsent(day.get(), any -> new HashSet<>()).add(number.get())) {
            fields.refuse(UploadRule.INTERVAL_OVERLAP, row, hour, "Hour of Generation", "This hour comes twice");
        }
        if (statedMwh != null && statedMwh.compareTo(mwh.get()) != 0) {
            fields.refuse(UploadRule.TOTAL_DIFFERS, row, total, "Total MWh", "Another row says " + statedMwh);
        }
        statedMwh = mwh.get();
        sumKwh = sumKwh.add(kwh.get());
        long start = day.get().atStartOfDay().toEpochSecond(context.zone()) + (number.get() - 1L) * SECONDS_PER_HOUR;
        intervals.add(new MeteredInterval(
                row.line(), start, SECONDS_PER_HOUR, EnergyUnit.KWH.wattHours(kwh.get()), Quality.MEASURED));
    }

    private void requireAllHours() {
        LocalDate first = hours.keySet().stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = hours.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Set<Integer> found = hours.getOrDefault(day, Set.of());
            if (found.size() < HOURS && fields.findings().size() < 100) {
                fields.add(UploadFinding.of(
                        UploadRule.HOURS_MISSING,
                        Place.file(),
                        day,
                        day + " has " + found.size() + " of " + HOURS + " hours"));
            }
        }
    }

    private void requireTotal() {
        BigDecimal stated = statedMwh.movePointRight(3);
        if (stated.subtract(sumKwh).abs().compareTo(TOTAL_TOLERANCE_KWH) > 0) {
            fields.add(UploadFinding.of(
                    UploadRule.TOTAL_DIFFERS,
                    Place.file(),
                    statedMwh,
                    "The hours add up to " + sumKwh.toPlainString() + " kWh, stated are " + statedMwh + " MWh"));
        }
    }

    private int required(String name, String... keys) throws RefusedFileException {
        int index = table.column(keys);
        if (index < 0) {
            throw new RefusedFileException(
                    UploadRule.HEADER_UNKNOWN,
                    Place.at(1, "header"),
                    String.join(",", table.names()),
                    "The column " + name + " is missing; only the hourly form can be certified");
        }
        return index;
    }
}
