package energy.registry.web.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** The terms a bundle is offered at. Price in minor units of the currency per MWh. */
public record OfferTerms(long priceMinorPerMwh, String currency, long minLotWh, Instant validUntil) {
    private static final BigDecimal WH_PER_MWH = BigDecimal.valueOf(1_000_000);

    /** What a quantity costs, rounded up to whole minor units as the ledger does. */
    public long totalMinor(long quantityWh) {
        return BigDecimal.valueOf(quantityWh)
                .multiply(BigDecimal.valueOf(priceMinorPerMwh))
                .divide(WH_PER_MWH, 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
