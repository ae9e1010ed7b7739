package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** Pieces that are one certificate again. */
@CordaSerializable
public final class MergedCertificate {
    private final String certificateId;
    private final String txId;

    public MergedCertificate(String certificateId, String txId) {
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
