package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.control.FreezeList;
import energy.registry.ledger.contract.FoundControl;
import energy.registry.ledger.state.ControlState;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/** Founds the control state, once, with the regulator's consent; asked again, names the same transaction. */
@StartableByRPC
public final class FoundControlState extends LedgerFlow<String> {
    static final String REQUEST = "found-control-state";

    public FoundControlState() {
        super(FoundControl.class, REQUEST);
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        Party issuer = parties().self();
        Party regulator = parties().regulator();
        ControlState empty = new ControlState(
                FreezeList.EMPTY.encode(),
                issuer,
                regulator,
                parties().notary(),
                parties().observers());
        return LedgerDraft.of(
                        builder()
                                .addOutputState(empty)
                                .addCommand(
                                        new FoundControl(requestId()), issuer.getOwningKey(), regulator.getOwningKey()),
                        parties().others(parties().observers().toArray(new Party[0])),
                        issuer.getOwningKey())
                .withConsentOf(regulator);
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
