package energy.registry.ledger.gateway.port;

import energy.registry.ledger.flow.LedgerRefusal;
import net.corda.core.flows.FlowLogic;

/** Runs flows at the nodes. A flow that changes the ledger is idempotent by its request id, so that it may be sent again. */
public interface Flows {

    /**
     * Runs a flow to its end.
     *
     * @throws LedgerRefusal a rule said no; the same request will be refused again
     * @throws NodeUnavailable the node was not reached or gave no answer in time; the same request may be sent again
     */
    <T> T run(LedgerNode node, Class<? extends FlowLogic<T>> flow, Object... arguments)
            throws LedgerRefusal, NodeUnavailable;
}
