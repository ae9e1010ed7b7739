package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.ledger.state.CertificateState;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.SendStateAndRefFlow;

/** The regulator's node tells the issuing body, and nobody else, which certificates live. */
@InitiatedBy(AskWhatIsIssued.class)
public final class AskWhatIsIssuedHandler extends FlowLogic<Void> {
    private final FlowSession session;

    public AskWhatIsIssuedHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        IssuedFromQuery query = session.receive(IssuedFromQuery.class).unwrap(asked -> asked);
        if (!session.getCounterparty().equals(new LedgerParties(getServiceHub()).issuingBody())) {
            throw new FlowException("certificates are told to the issuing body only");
        }
        List<StateAndRef<CertificateState>> found = found(query);
        session.send(found.size());
        if (!found.isEmpty()) {
            subFlow(new SendStateAndRefFlow(session, found));
        }
        return null;
    }

    private List<StateAndRef<CertificateState>> found(IssuedFromQuery query) {
        LedgerView view = new LedgerView(getServiceHub());
        return query.getLockId().isEmpty()
                ? view.issuedFrom(
                        query.getDeviceId(),
                        ProductionPeriod.between(query.getStartEpochSecond(), query.getEndEpochSecond()))
                : view.lockedUnder(query.getLockId());
    }
}
