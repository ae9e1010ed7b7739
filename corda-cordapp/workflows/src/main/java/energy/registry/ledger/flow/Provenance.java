package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** The ledger part of where a certificate comes from and what became of it. */
@CordaSerializable
public final class Provenance {
    private final byte[] device;
    private final byte[] claim;
    private final byte[] certificate;
    private final List<TransactionDetail> transactions;
    private final byte[] retirement;
    private final String statementNo;

    public Provenance(
            byte[] device,
            byte[] claim,
            byte[] certificate,
            List<TransactionDetail> transactions,
            byte[] retirement,
            String statementNo) {
        this.device = device.clone();
        this.claim = claim.clone();
        this.certificate = certificate.clone();
        this.transactions = Collections.unmodifiableList(new ArrayList<>(transactions));
        this.retirement = retirement.clone();
        this.statementNo = statementNo;
    }

    public byte[] getDevice() {
        return device.clone();
    }

    public byte[] getClaim() {
        return claim.clone();
    }

    public byte[] getCertificate() {
        return certificate.clone();
    }

    public List<TransactionDetail> getTransactions() {
        return transactions;
    }

    public byte[] getRetirement() {
        return retirement.clone();
    }

    public String getStatementNo() {
        return statementNo;
    }
}
