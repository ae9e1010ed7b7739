package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A retirement and the public number of its statement. */
@CordaSerializable
public final class RetiredCertificates {
    private final String statementNo;
    private final String retirementId;
    private final String txId;
    private final long quantityWh;

    public RetiredCertificates(String statementNo, String retirementId, String txId, long quantityWh) {
        this.statementNo = statementNo;
        this.retirementId = retirementId;
        this.txId = txId;
        this.quantityWh = quantityWh;
    }

    public String getStatementNo() {
        return statementNo;
    }

    public String getRetirementId() {
        return retirementId;
    }

    public String getTxId() {
        return txId;
    }

    public long getQuantityWh() {
        return quantityWh;
    }
}
