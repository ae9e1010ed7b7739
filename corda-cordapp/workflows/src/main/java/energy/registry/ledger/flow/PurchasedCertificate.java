package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A certificate that the buyer owns now, and what it cost in minor units. */
@CordaSerializable
public final class PurchasedCertificate {
    private final String certificateId;
    private final long quantityWh;
    private final long priceMinor;

    public PurchasedCertificate(String certificateId, long quantityWh, long priceMinor) {
        this.certificateId = certificateId;
        this.quantityWh = quantityWh;
        this.priceMinor = priceMinor;
    }

    public String getCertificateId() {
        return certificateId;
    }

    public long getQuantityWh() {
        return quantityWh;
    }

    public long getPriceMinor() {
        return priceMinor;
    }
}
