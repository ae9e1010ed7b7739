package energy.registry.web.model;

import java.time.Instant;

/** A sale that was settled: certificate against money in one transaction. */
public record TradeRow(
        long seq,
        Instant at,
        String txId,
        String seller,
        String sellerName,
        String buyer,
        String buyerName,
        String certificateId,
        long quantityWh,
        long totalMinor,
        String currency,
        long priceMinorPerMwh) {}
