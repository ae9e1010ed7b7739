package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** Everything that one transaction delivered against payment. */
@CordaSerializable
public final class PurchasedCertificates {
    private final String txId;
    private final long totalMinor;
    private final List<PurchasedCertificate> certificates;

    public PurchasedCertificates(String txId, long totalMinor, List<PurchasedCertificate> certificates) {
        this.txId = txId;
        this.totalMinor = totalMinor;
        this.certificates = Collections.unmodifiableList(new ArrayList<>(certificates));
    }

    public String getTxId() {
        return txId;
    }

    public long getTotalMinor() {
        return totalMinor;
    }

    public List<PurchasedCertificate> getCertificates() {
        return certificates;
    }
}
