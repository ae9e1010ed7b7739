package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.ReceiveStateAndRefFlow;
import net.corda.core.identity.Party;

/** Has the regulator's node, which sees every state, tell one with its history: a participant's own node keeps only its own. */
@InitiatingFlow
public final class AskRegulator extends FlowLogic<List<StateAndRef<ContractState>>> {
    private final Party regulator;
    private final StateQuery query;

    AskRegulator(Party regulator, StateQuery query) {
        this.regulator = regulator;
        this.query = query;
    }

    @Suspendable
    @Override
    public List<StateAndRef<ContractState>> call() throws FlowException {
        FlowSession session = initiateFlow(regulator);
        boolean found = session.sendAndReceive(Boolean.class, query).unwrap(answer -> answer);
        return found ? subFlow(new ReceiveStateAndRefFlow<ContractState>(session)) : Collections.emptyList();
    }
}
