package energy.registry.web.model;

import java.time.Instant;

/** A wish to offer a certificate; {@code quantityWh} 0 = the whole bundle. */
public record OfferRequest(
        String requestId,
        String certificateId,
        long quantityWh,
        long priceMinorPerMwh,
        String currency,
        long minLotWh,
        Instant validUntil) {}
