package energy.registry.web.adapter.rest;

import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.ScopeTwoReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report's lines as CSV: one for each certificate, energy in whole Wh, times in UTC. */
final class ReportCsv {
    private static final List<String> HEADER = List.of(
            "statement",
            "retired_at",
            "beneficiary",
            "beneficiary_id",
            "beneficiary_country",
            "purpose",
            "period_start",
            "period_end",
            "certificate",
            "device",
            "technology",
            "country",
            "zone",
            "operational_since",
            "produced_from",
            "produced_until",
            "serial_from",
            "serial_to",
            "wh",
            "emission_g_per_kwh",
            "marks");

    private ReportCsv() {}

    static String of(ScopeTwoReport report) {
        return Stream.concat(Stream.of(HEADER), report.statements().stream().flatMap(row -> row.lines().stream()
                        .map(line -> line(row, line))))
                .map(CsvLine::of)
                .collect(Collectors.joining());
    }

    private static List<String> line(RetirementRow row, RetirementLine line) {
        return List.of(
                row.statementNo(),
                row.retiredAt().toString(),
                row.beneficiary().name(),
                row.beneficiary().id(),
                row.beneficiary().country(),
                row.purpose(),
                String.valueOf(row.periodStart()),
                String.valueOf(row.periodEnd()),
                line.certificateId(),
                line.deviceName(),
                line.technology(),
                line.country(),
                line.zone(),
                line.operationalSince() == null ? "" : line.operationalSince().toString(),
                line.start().toString(),
                line.end().toString(),
                String.valueOf(line.serialFrom()),
                String.valueOf(line.serialTo()),
                String.valueOf(line.quantityWh()),
                String.valueOf(line.emissionFactorGramsPerKwh()),
                String.join(" ", line.marks()));
    }
}
