package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;

/** Takes an account's offer back. */
@StartableByRPC
public final class CancelOffer extends LedgerFlow<CancelledOffer> {
    private final String accountId;
    private final String certificateId;

    public CancelOffer(String requestId, String accountId, String certificateId) {
        super(energy.registry.ledger.contract.CancelOffer.class, requestId);
        this.accountId = accountId;
        this.certificateId = certificateId;
    }

    @Override
    boolean answersWhenRecordedHere() {
        return true;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<ControlState> control = control();
        AccountState owner = view().account(accountId).getState().getData();
        StateAndRef<CertificateState> found = view().certificate(certificateId, owner.getKey());
        return LedgerDraft.of(
                builder()
                        .addInputState(found)
                        .addReferenceState(control.referenced())
                        .addOutputState(found.getState().getData().activeOf(owner.getKey()))
                        .addCommand(new energy.registry.ledger.contract.CancelOffer(requestId()), owner.getKey()),
                parties().others(),
                owner.getKey());
    }

    @Override
    CancelledOffer result(SignedTransaction recorded) {
        CertificateState free =
                recorded.getTx().outputsOfType(CertificateState.class).get(0);
        return new CancelledOffer(free.certificate().certificateId(), text(recorded.getId()));
    }
}
