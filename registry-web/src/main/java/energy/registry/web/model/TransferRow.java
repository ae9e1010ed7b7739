package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/** Certificates on their way between accounts without money; outcome PENDING, ACCEPTED, REJECTED, RECALLED or LAPSED. */
public record TransferRow(
        String transferId,
        String sender,
        String senderName,
        String receiver,
        String receiverName,
        long quantityWh,
        Instant until,
        String reference,
        String outcome,
        String reason,
        Instant proposedAt,
        Instant endedAt,
        List<String> certificateIds,
        String txId) {
    public boolean pending() {
        return "PENDING".equals(outcome);
    }
}
