package energy.registry.ingest.adapter.file.csv;

import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.MeteredInterval;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The measurement file of registries that follow the EnergyTag scheme: {@code interval_start_datetime,
 * interval_end_datetime, device_id, interval_usage, gross_net_indicator}; usage in Wh, times in UTC unless they say
 * otherwise.
 */
final class EnergyTagTable {
    private static final String START = "interval_start_datetime";
    private static final String USAGE = "interval_usage";
    private static final String INDICATOR = "gross_net_indicator";

    private EnergyTagTable() {}

    static boolean matches(CsvTable table) {
        return table.column(CsvTable.key(START)) >= 0 && table.column(CsvTable.key(USAGE)) >= 0;
    }

    static FileContent read(CsvTable table, UploadContext context) throws RefusedFileException {
        int start = required(table, START);
        int end = required(table, "interval_end_datetime");
        int device = required(table, "device_id");
        int usage = required(table, USAGE);
        int indicator = required(table, INDICATOR);
        CsvFields fields = new CsvFields(table.decimalComma(), context.zone());
        List<MeteredInterval> intervals = new ArrayList<>();
        Set<String> devices = new HashSet<>();
        int rows = 0;
        for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
            rows++;
            if (devices.add(row.field(device).text()) && devices.size() > 1) {
                fields.refuse(UploadRule.SEVERAL_DEVICES, row, device, "device_id", "Another one begins here");
            }
            requireNet(fields, row, indicator);
            Optional<Long> from = fields.second(row, start, START);
            Optional<Long> until = fields.second(row, end, "interval_end_datetime");
            Optional<BigDecimal> energy = fields.decimal(row, usage, USAGE);
            if (from.isPresent() && until.isPresent() && energy.isPresent()) {
                int seconds = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, until.get() - from.get()));
                intervals.add(new MeteredInterval(row.line(), from.get(), seconds, energy.get(), Quality.MEASURED));
            }
        }
        return OwnTable.finished(FileFormat.ENERGYTAG, rows, intervals, List.of(), fields);
    }

    private static void requireNet(CsvFields fields, CsvTable.Row row, int indicator) {
        String text = row.field(indicator).text();
        if (text.equalsIgnoreCase("GROSS")) {
            fields.refuse(UploadRule.GROSS_GENERATION, row, indicator, INDICATOR, "This row is gross");
        } else if (!text.equalsIgnoreCase("NET")) {
            fields.malformed(row, indicator, INDICATOR, "expected NET");
        }
    }

    private static int required(CsvTable table, String name) throws RefusedFileException {
        int index = table.column(CsvTable.key(name));
        if (index < 0) {
            throw new RefusedFileException(
                    UploadRule.HEADER_UNKNOWN,
                    Place.at(1, "header"),
                    String.join(",", table.names()),
                    "The column " + name + " is missing");
        }
        return index;
    }
}
