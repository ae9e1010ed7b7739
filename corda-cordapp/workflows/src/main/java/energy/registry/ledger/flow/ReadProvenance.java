package energy.registry.ledger.flow;

import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class ReadProvenance extends FlowLogic<Provenance> {
    public ReadProvenance(String certificateId) {}

    @Override
    public Provenance call() throws FlowException {
        throw new FlowException("in progress");
    }
}
