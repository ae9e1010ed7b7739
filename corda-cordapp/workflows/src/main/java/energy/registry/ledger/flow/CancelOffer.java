package energy.registry.ledger.flow;

import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class CancelOffer extends FlowLogic<CancelledOffer> {
    public CancelOffer(String requestId, String accountId, String certificateId) {}

    @Override
    public CancelledOffer call() throws FlowException {
        throw new FlowException("in progress");
    }
}
