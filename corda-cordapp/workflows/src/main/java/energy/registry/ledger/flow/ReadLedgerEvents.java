package energy.registry.ledger.flow;

import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class ReadLedgerEvents extends FlowLogic<LedgerEventPage> {
    public ReadLedgerEvents(long after, int limit) {}

    @Override
    public LedgerEventPage call() throws FlowException {
        throw new FlowException("in progress");
    }
}
