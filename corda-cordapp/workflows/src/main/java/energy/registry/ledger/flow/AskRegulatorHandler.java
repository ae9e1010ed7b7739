package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import java.util.Optional;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.SendStateAndRefFlow;

/** Tells a participant what everybody may know, and of certificates only those that are offered to all. */
@InitiatedBy(AskRegulator.class)
public final class AskRegulatorHandler extends FlowLogic<Void> {
    private final FlowSession session;

    public AskRegulatorHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        StateQuery query = session.receive(StateQuery.class).unwrap(asked -> asked);
        Optional<? extends StateAndRef<? extends ContractState>> found = found(query);
        session.send(found.isPresent());
        if (found.isPresent()) {
            subFlow(new SendStateAndRefFlow(session, Collections.singletonList(found.get())));
        }
        return null;
    }

    private Optional<? extends StateAndRef<? extends ContractState>> found(StateQuery query) {
        LedgerView view = new LedgerView(getServiceHub());
        switch (query.getKind()) {
            case OFFER:
                return OpenOffer.find(view, query.getItem())
                        .filter(state -> state.getState().getData().offer().isPresent());
            case ACCOUNT:
                return view.findAccount(query.getName());
            case ACCOUNT_OF_KEY:
                return view.accountOfKey(query.getName());
            default:
                return view.findControl();
        }
    }
}
