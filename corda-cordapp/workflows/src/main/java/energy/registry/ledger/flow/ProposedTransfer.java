package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A transfer that waits for its receiver. */
@CordaSerializable
public final class ProposedTransfer {
    private final String transferId;
    private final String txId;
    private final long quantityWh;

    public ProposedTransfer(String transferId, String txId, long quantityWh) {
        this.transferId = transferId;
        this.txId = txId;
        this.quantityWh = quantityWh;
    }

    public String getTransferId() {
        return transferId;
    }

    public String getTxId() {
        return txId;
    }

    public long getQuantityWh() {
        return quantityWh;
    }
}
