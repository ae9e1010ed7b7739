package energy.registry.web.model;

/**
 * The cheapest offers that together make a quantity.
 *
 * @param wantedWh what was asked for
 * @param quote the offers and what they cost; null when nothing fits
 */
public record OrderPlan(long wantedWh, Quote quote) {
    static final long WH_PER_MWH = 1_000_000;

    public long missingWh() {
        return wantedWh - (quote == null ? 0 : quote.quantityWh());
    }

    /** Mean price in minor units per MWh, rounded half up. */
    public long averageMinorPerMwh() {
        return quote == null || quote.quantityWh() == 0
                ? 0
                : Math.round((double) quote.totalMinor() * WH_PER_MWH / quote.quantityWh());
    }
}
