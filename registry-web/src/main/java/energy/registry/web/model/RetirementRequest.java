package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/** A confirmed wish to retire certificates for a beneficiary; {@code mainReason} is VOLUNTARY or COMPLIANCE. */
public record RetirementRequest(
        String requestId,
        List<LotItem> items,
        Beneficiary beneficiary,
        String purpose,
        String mainReason,
        Instant periodStart,
        Instant periodEnd,
        String onBehalfOf,
        String note) {
    public RetirementRequest {
        items = List.copyOf(items);
        onBehalfOf = onBehalfOf == null ? "" : onBehalfOf;
        note = note == null ? "" : note;
    }
}
