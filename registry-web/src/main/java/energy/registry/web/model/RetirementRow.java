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
        List<RetirementLine> lines,
        Reversal reversal) {
    /** That a retirement was taken back within its day, and why; null where it stands. */
    public record Reversal(Instant at, String reason) {}

    /** One that stands. */
    public RetirementRow(
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
        this(
                statementNo,
                retirementId,
                owner,
                ownerName,
                quantityWh,
                beneficiary,
                purpose,
                mainReason,
                periodStart,
                periodEnd,
                onBehalfOf,
                note,
                retiredAt,
                txId,
                lines,
                null);
    }

    public boolean reversed() {
        return reversal != null;
    }

    public boolean simulated() {
        return lines.stream().anyMatch(line -> line.marks().contains("SIMULATION"));
    }

    public boolean recorded() {
        return lines.stream().anyMatch(line -> line.marks().contains("RECORDING"));
    }
}
