package energy.registry.ledger.flow;

import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class ReadTransaction extends FlowLogic<TransactionDetail> {
    public ReadTransaction(String txId) {}

    @Override
    public TransactionDetail call() throws FlowException {
        throw new FlowException("in progress");
    }
}
