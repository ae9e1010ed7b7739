package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/**
 * Retirements of one organisation put together for a GHG Protocol Scope 2 report.
 *
 * @param marketGrams market-based emissions in g CO2e of the covered part, and of the uncovered part when a residual mix was given
 * @param locationGrams location-based emissions in g CO2e; 0 when the grid's factor or the consumption was not given
 */
public record ScopeTwoReport(
        String ownerName,
        ReportAsk ask,
        Instant madeAt,
        List<RetirementRow> statements,
        long quantityWh,
        List<Share> byTechnology,
        List<Share> byZone,
        long[] wattHoursByHour,
        long marketGrams,
        long locationGrams,
        List<Criterion> criteria) {
    /** A part of the energy by what it has in common. */
    public record Share(String code, long quantityWh) {}

    /**
     * One of the eight Scope 2 Quality Criteria (GHG Protocol Scope 2 Guidance, table 7.1); verdict is MET, LOOK (somebody has to judge)
     * or OUTSIDE (not for this registry to say).
     */
    public record Criterion(int number, String text, String verdict, String finding) {}

    /** What of the consumption no certificate covers. */
    public long openWh() {
        return Math.max(0, ask.consumptionWh() - quantityWh);
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }

    public boolean simulated() {
        return statements.stream().anyMatch(RetirementRow::simulated);
    }

    public boolean recorded() {
        return statements.stream().anyMatch(RetirementRow::recorded);
    }
}
