package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** Some or all (0) watt-hours of a certificate. */
@CordaSerializable
public final class CertificateQuantity {
    private final String certificateId;
    private final long quantityWh;

    public CertificateQuantity(String certificateId, long quantityWh) {
        this.certificateId = certificateId;
        this.quantityWh = quantityWh;
    }

    public String getCertificateId() {
        return certificateId;
    }

    public long getQuantityWh() {
        return quantityWh;
    }
}
