package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/**
 * A consumption matched hour by hour with holdings, and the retirements that carry it out.
 *
 * @param status DRAFT until somebody confirms, then CONFIRMED
 * @param claim for whom and what for, without items; null in a draft
 */
public record BulkRetirement(
        String bulkId,
        String organisation,
        String createdBy,
        Instant createdAt,
        String status,
        List<ConsumptionHour> hours,
        CfeScores scores,
        RetirementRequest claim,
        List<BulkBatch> batches) {
    public boolean draft() {
        return status.equals("DRAFT");
    }

    public boolean over() {
        return !draft() && batches.stream().allMatch(BulkBatch::over);
    }

    public long consumptionWh() {
        return hours.stream().mapToLong(ConsumptionHour::consumptionWh).sum();
    }

    public long matchedWh() {
        return hours.stream().mapToLong(ConsumptionHour::matchedWh).sum();
    }

    public long retiredWh() {
        return batches.stream()
                .filter(batch -> batch.status().equals("DONE"))
                .mapToLong(BulkBatch::quantityWh)
                .sum();
    }

    public int doneBatches() {
        return (int) batches.stream().filter(BulkBatch::over).count();
    }

    public List<String> statements() {
        return batches.stream()
                .map(BulkBatch::statementNo)
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
