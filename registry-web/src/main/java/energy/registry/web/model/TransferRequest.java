package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/** A wish to hand certificates over to another account; {@code until} is when the offer lapses. */
public record TransferRequest(String requestId, List<LotItem> items, String receiver, Instant until, String reference) {
    public TransferRequest {
        items = List.copyOf(items);
        reference = reference == null ? "" : reference;
    }
}
