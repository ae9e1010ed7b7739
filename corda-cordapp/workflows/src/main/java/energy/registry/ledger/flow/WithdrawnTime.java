package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** What a withdrawal took, and whether the time is open again. */
@CordaSerializable
public final class WithdrawnTime {
    private final String txId;
    private final long withdrawnWh;
    private final long debtWh;
    private final boolean reopened;

    public WithdrawnTime(String txId, long withdrawnWh, long debtWh, boolean reopened) {
        this.txId = txId;
        this.withdrawnWh = withdrawnWh;
        this.debtWh = debtWh;
        this.reopened = reopened;
    }

    public String getTxId() {
        return txId;
    }

    public long getWithdrawnWh() {
        return withdrawnWh;
    }

    public long getDebtWh() {
        return debtWh;
    }

    public boolean isReopened() {
        return reopened;
    }
}
