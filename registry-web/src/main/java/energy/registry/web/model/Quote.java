package energy.registry.web.model;

import java.util.List;

/** What a purchase would cost now. */
public record Quote(List<Line> lines, long quantityWh, long totalMinor, String currency, long balanceMinor) {
    /** One certificate of the purchase. */
    public record Line(CertificateRow certificate, long quantityWh, long priceMinor) {}

    public boolean affordable() {
        return totalMinor <= balanceMinor;
    }
}
