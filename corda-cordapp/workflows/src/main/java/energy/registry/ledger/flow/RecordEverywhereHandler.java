package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.ReceiveFinalityFlow;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;

/** Records a notarised transaction: the regulator with every state in it, any other node with its own. */
@InitiatedBy(RecordEverywhere.class)
public final class RecordEverywhereHandler extends FlowLogic<SignedTransaction> {
    private final FlowSession session;

    public RecordEverywhereHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public SignedTransaction call() throws FlowException {
        StatesToRecord states = new LedgerParties(getServiceHub()).statesToRecord();
        return subFlow(new ReceiveFinalityFlow(session, null, states));
    }
}
