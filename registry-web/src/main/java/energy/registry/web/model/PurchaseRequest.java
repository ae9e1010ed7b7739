package energy.registry.web.model;

import java.util.List;

/** A confirmed wish to buy: never more than {@code maxTotalMinor} is paid. */
public record PurchaseRequest(String requestId, List<LotItem> items, long maxTotalMinor, String currency) {
    public PurchaseRequest {
        items = List.copyOf(items);
    }
}
