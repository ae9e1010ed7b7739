package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/** A retirement: the statement that a quantity has been claimed for a beneficiary and can never move again. */
public record RetirementRow(
        String statementNo,
        String retirementId,
        String owner,
        String ownerName,
        long quantityWh,
        Beneficiary beneficiary,
        String purpose,
        String mainReason,
        Instant periodStart,
        Instant periodEnd,
        String onBehalfOf,
        String note,
        Instant retiredAt,
        String txId,
        List<RetirementLine> lines) {
    public boolean simulated() {
        return lines.stream().anyMatch(line -> line.marks().contains("SIMULATION"));
    }

    public boolean recorded() {
        return lines.stream().anyMatch(line -> line.marks().contains("RECORDING"));
    }
}
