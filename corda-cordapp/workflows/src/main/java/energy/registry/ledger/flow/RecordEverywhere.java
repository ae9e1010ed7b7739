package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.flows.FinalityFlow;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;

/** Has a signed transaction notarised, records it here and then with all who have to hear of it, at last the notary. */
@InitiatingFlow
@StartableByService
public final class RecordEverywhere extends FlowLogic<SignedTransaction> {
    private final SignedTransaction transaction;
    private final List<Party> others;

    RecordEverywhere(SignedTransaction transaction, List<Party> others) {
        this.transaction = transaction;
        this.others = others;
    }

    @Suspendable
    @Override
    public SignedTransaction call() throws FlowException {
        List<FlowSession> sessions = new ArrayList<>();
        for (Party party : others) {
            sessions.add(initiateFlow(party));
        }
        StatesToRecord states = new LedgerParties(getServiceHub()).statesToRecord();
        SignedTransaction notarised = subFlow(new FinalityFlow(transaction, sessions, states));
        if (notarised.getNotary() != null) {
            subFlow(new TellNotary(notarised.getNotary(), notarised));
        }
        return notarised;
    }
}
