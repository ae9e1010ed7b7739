package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** The debt of a meter after a correction, Wh. */
@CordaSerializable
public final class CorrectedMeter {
    private final String txId;
    private final long debtWh;

    public CorrectedMeter(String txId, long debtWh) {
        this.txId = txId;
        this.debtWh = debtWh;
    }

    public String getTxId() {
        return txId;
    }

    public long getDebtWh() {
        return debtWh;
    }
}
