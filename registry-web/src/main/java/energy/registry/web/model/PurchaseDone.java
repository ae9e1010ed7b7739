package energy.registry.web.model;

import java.util.List;

/** A settled purchase. */
public record PurchaseDone(String txId, long totalMinor, String currency, List<Line> certificates) {
    /** One certificate bought. */
    public record Line(String certificateId, long quantityWh, long priceMinor) {}
}
