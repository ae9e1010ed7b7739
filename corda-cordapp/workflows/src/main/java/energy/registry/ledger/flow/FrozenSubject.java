package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A freeze in force. */
@CordaSerializable
public final class FrozenSubject {
    private final String freezeId;
    private final String txId;

    public FrozenSubject(String freezeId, String txId) {
        this.freezeId = freezeId;
        this.txId = txId;
    }

    public String getFreezeId() {
        return freezeId;
    }

    public String getTxId() {
        return txId;
    }
}
