package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** An output of an earlier transaction. */
@CordaSerializable
public final class StateReference {
    private final String txId;
    private final int index;

    public StateReference(String txId, int index) {
        this.txId = txId;
        this.index = index;
    }

    public String getTxId() {
        return txId;
    }

    public int getIndex() {
        return index;
    }
}
