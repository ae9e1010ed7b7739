package energy.registry.web.model;

import java.util.List;

/** What somebody means to buy, priced now. Only the lines that can still be bought count. */
public record Basket(List<BasketLine> lines, long quantityWh, long totalMinor, String currency, long balanceMinor) {
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public boolean affordable() {
        return totalMinor <= balanceMinor;
    }

    /** Mean price in minor units per MWh, rounded half up. */
    public long averageMinorPerMwh() {
        return quantityWh == 0 ? 0 : Math.round((double) totalMinor * OrderPlan.WH_PER_MWH / quantityWh);
    }

    public boolean buyable() {
        return totalMinor > 0 && affordable() && lines.stream().allMatch(BasketLine::buyable);
    }
}
