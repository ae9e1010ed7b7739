package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.ledger.state.CertificateState;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.ReceiveStateAndRefFlow;
import net.corda.core.identity.Party;

/** Asks the regulator's node, which sees all certificates, for those of a device and a time, with their history. */
@InitiatingFlow
public final class AskWhatIsIssued extends FlowLogic<List<StateAndRef<CertificateState>>> {
    private final Party regulator;
    private final IssuedFromQuery query;

    AskWhatIsIssued(Party regulator, IssuedFromQuery query) {
        this.regulator = regulator;
        this.query = query;
    }

    @Suspendable
    @Override
    public List<StateAndRef<CertificateState>> call() throws FlowException {
        FlowSession session = initiateFlow(regulator);
        int found = session.sendAndReceive(Integer.class, query).unwrap(count -> count);
        return found == 0 ? Collections.emptyList() : subFlow(new ReceiveStateAndRefFlow<CertificateState>(session));
    }
}
