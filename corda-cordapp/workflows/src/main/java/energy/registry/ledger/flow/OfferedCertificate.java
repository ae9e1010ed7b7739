package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** The certificate that is now offered; its id is the name of the offer. */
@CordaSerializable
public final class OfferedCertificate {
    private final String certificateId;
    private final String txId;

    public OfferedCertificate(String certificateId, String txId) {
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
