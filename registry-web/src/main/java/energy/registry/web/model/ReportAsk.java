package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/**
 * Which retirements a report is over, and what only the reporting company knows. Zero or empty: not said.
 *
 * @param statements their numbers; empty takes all whose period of use lies in the report's
 * @param from start of the reporting period; null for any
 * @param until its end, exclusive
 * @param beneficiary exact name; empty for all
 * @param consumptionWh electricity used in the period
 * @param gridGramsPerKwh location-based factor: the grid's average
 * @param residualGramsPerKwh market-based factor of what is not covered: the residual mix
 */
public record ReportAsk(
        List<String> statements,
        Instant from,
        Instant until,
        String beneficiary,
        long consumptionWh,
        long gridGramsPerKwh,
        long residualGramsPerKwh) {
    public ReportAsk {
        statements = statements == null ? List.of() : List.copyOf(statements);
        beneficiary = beneficiary == null ? "" : beneficiary.strip();
    }

    /** Whether the report takes this retirement. */
    public boolean takes(RetirementRow row) {
        if (!statements.isEmpty()) {
            return statements.contains(row.statementNo());
        }
        boolean early =
                from != null && row.periodEnd() != null && !row.periodEnd().isAfter(from);
        boolean late =
                until != null && row.periodStart() != null && !row.periodStart().isBefore(until);
        return !early
                && !late
                && (beneficiary.isEmpty() || row.beneficiary().name().equals(beneficiary));
    }
}
