package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A balance right after the transaction that changed it, in minor units. */
@CordaSerializable
public final class SettledBalance {
    private final String txId;
    private final long balanceMinor;

    public SettledBalance(String txId, long balanceMinor) {
        this.txId = txId;
        this.balanceMinor = balanceMinor;
    }

    public String getTxId() {
        return txId;
    }

    public long getBalanceMinor() {
        return balanceMinor;
    }
}
