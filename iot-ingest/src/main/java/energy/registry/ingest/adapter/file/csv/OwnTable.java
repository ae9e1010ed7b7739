package energy.registry.ingest.adapter.file.csv;

import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.MeteredInterval;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.RegisterValue;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * This registry's own table: either {@code start,end,energy_wh[,quality]}, or the register itself,
 * {@code time,register_wh}. The unit is part of the column's name.
 */
public final class OwnTable {
    /** What the door serves as an example to fill in. */
    public static final String TEMPLATE =
            """
            start,end,energy_kwh,quality
            2026-01-01T00:00:00Z,2026-01-01T00:15:00Z,51.230,MEASURED
            2026-01-01T00:15:00Z,2026-01-01T00:30:00Z,50.871,MEASURED
            """;

    /** The other form, for meters whose register was read. */
    public static final String REGISTER_TEMPLATE =
            """
            time,register_wh
            2026-01-01T00:00:00Z,120400000
            2026-01-01T00:15:00Z,120451230
            """;

    private static final String FORMS = "start,end,energy_kwh or time,register_wh";

    private OwnTable() {}

    static FileContent read(CsvTable table, UploadContext context) throws RefusedFileException {
        CsvFields fields = new CsvFields(table.decimalComma(), context.zone());
        Optional<EnergyColumn> register = energyColumn(table, "register");
        if (register.isPresent() && table.column("time") >= 0) {
            return registers(table, fields, register.get());
        }
        EnergyColumn energy = energyColumn(table, "energy").orElse(null);
        if (energy == null || table.column("start") < 0 || table.column("end") < 0) {
            throw new RefusedFileException(
                    UploadRule.HEADER_UNKNOWN,
                    Place.at(1, "header"),
                    String.join(",", table.names()),
                    "Expected " + FORMS);
        }
        return intervals(table, fields, energy);
    }

    private record EnergyColumn(int index, EnergyUnit unit, String name) {}

    private static Optional<EnergyColumn> energyColumn(CsvTable table, String word) {
        for (EnergyUnit unit : EnergyUnit.values()) {
            String name = word + "_" + unit.name().toLowerCase(Locale.ROOT);
            int index = table.column(CsvTable.key(name));
            if (index >= 0) {
                return Optional.of(new EnergyColumn(index, unit, name));
            }
        }
        return Optional.empty();
    }

    private static FileContent intervals(CsvTable table, CsvFields fields, EnergyColumn energy)
            throws RefusedFileException {
        List<MeteredInterval> intervals = new ArrayList<>();
        int rows = 0;
        for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
            rows++;
            Optional<Long> start = fields.second(row, table.column("start"), "start");
            Optional<Long> end = fields.second(row, table.column("end"), "end");
            Optional<BigDecimal> amount = fields.decimal(row, energy.index(), energy.name());
            Optional<Quality> quality = quality(table, fields, row);
            if (start.isPresent() && end.isPresent() && amount.isPresent() && quality.isPresent()) {
                intervals.add(new MeteredInterval(
                        row.line(),
                        start.get(),
                        (int) Math.max(-1, Math.min(Integer.MAX_VALUE, end.get() - start.get())),
                        energy.unit().wattHours(amount.get()),
                        quality.get()));
            }
        }
        return finished(FileFormat.CSV, rows, intervals, List.of(), fields);
    }

    private static Optional<Quality> quality(CsvTable table, CsvFields fields, CsvTable.Row row) {
        int index = table.column("quality");
        if (index < 0 || row.field(index).text().isEmpty()) {
            return Optional.of(Quality.MEASURED);
        }
        for (Quality quality : Quality.values()) {
            if (quality.name().equalsIgnoreCase(row.field(index).text())) {
                return Optional.of(quality);
            }
        }
        return fields.malformed(row, index, "quality", "expected MEASURED, CALCULATED or ESTIMATED");
    }

    private static FileContent registers(CsvTable table, CsvFields fields, EnergyColumn register)
            throws RefusedFileException {
        List<RegisterValue> registers = new ArrayList<>();
        int rows = 0;
        for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
            rows++;
            Optional<Long> at = fields.second(row, table.column("time"), "time");
            Optional<BigDecimal> value = fields.decimal(row, register.index(), register.name());
            if (at.isPresent() && value.isPresent()) {
                registers.add(new RegisterValue(
                        row.line(),
                        at.get(),
                        register.unit()
                                .wattHours(value.get())
                                .setScale(0, RoundingMode.FLOOR)
                                .longValueExact()));
            }
        }
        return finished(FileFormat.CSV, rows, List.of(), registers, fields);
    }

    static FileContent finished(
            FileFormat format,
            int rows,
            List<MeteredInterval> intervals,
            List<RegisterValue> registers,
            CsvFields fields)
            throws RefusedFileException {
        if (rows == 0) {
            throw new RefusedFileException(UploadRule.FILE_EMPTY, Place.file(), "", "There is a header and no row");
        }
        return fields.findings().isEmpty()
                ? new FileContent(format, rows, 0, intervals, registers, List.of(), List.of())
                : FileContent.refused(format, rows, fields.findings());
    }
}
