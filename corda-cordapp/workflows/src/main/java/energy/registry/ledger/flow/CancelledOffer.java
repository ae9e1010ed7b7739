package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** The certificate that is free again. */
@CordaSerializable
public final class CancelledOffer {
    private final String certificateId;
    private final String txId;

    public CancelledOffer(String certificateId, String txId) {
        this.certificateId = certificateId;
        this.txId = txId;
    }

    public String getCertificateId() {
        return certificateId;
    }

    public String getTxId() {
        return txId;
    }
}
