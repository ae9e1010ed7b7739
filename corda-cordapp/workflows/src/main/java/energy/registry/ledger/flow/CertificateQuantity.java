package energy.registry.ledger.flow;

import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;

/** Some or all (0) watt-hours of a certificate from a serial on. */
@CordaSerializable
public final class CertificateQuantity {
    /** Stands for the certificate's first serial. */
    public static final long FROM_FIRST = -1;

    private final String certificateId;
    private final long quantityWh;
    private final long serialFrom;

    /** @param serialFrom serial of the first watt-hour, or {@link #FROM_FIRST} */
    @ConstructorForDeserialization
    public CertificateQuantity(String certificateId, long quantityWh, long serialFrom) {
        this.certificateId = certificateId;
        this.quantityWh = quantityWh;
        this.serialFrom = serialFrom;
    }

    /** The first watt-hours of a certificate. */
    public CertificateQuantity(String certificateId, long quantityWh) {
        this(certificateId, quantityWh, FROM_FIRST);
    }

    public String getCertificateId() {
        return certificateId;
    }

    public long getQuantityWh() {
        return quantityWh;
    }

    public long getSerialFrom() {
        return serialFrom;
    }
}
