package energy.registry.web.adapter.page.view;

import energy.registry.web.model.StatementRow;
import java.util.List;
import java.util.Set;

/** What became of one day's metered energy. */
public record DaySummary(long goodWh, long heldWh, long refusedWh) {
    private static final Set<String> GOOD = Set.of("ISSUED", "READY", "SUBMITTED");

    public static DaySummary of(List<StatementRow> statements) {
        return new DaySummary(
                sum(statements, GOOD), sum(statements, Set.of("HELD")), sum(statements, Set.of("REFUSED")));
    }

    private static long sum(List<StatementRow> statements, Set<String> statuses) {
        return statements.stream()
                .filter(row -> statuses.contains(row.claimStatus()))
                .mapToLong(StatementRow::energyWh)
                .sum();
    }
}
