package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.AcceptTransfer;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.ControlState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** The receiver of a proposed transfer takes it. */
@StartableByRPC
public final class AcceptCertificates extends LedgerFlow<String> {
    private final String accountId;
    private final String transferId;
    private final String actor;

    public AcceptCertificates(String requestId, String accountId, String transferId, String actor) {
        super(AcceptTransfer.class, requestId);
        this.accountId = accountId;
        this.transferId = transferId;
        this.actor = actor;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<ControlState> control = control();
        AccountState receiver = view().account(accountId).getState().getData();
        PendingTransfer pending = new PendingTransfer(getServiceHub(), transferId);
        if (!pending.terms().getReceiver().equals(receiver.getKey())) {
            throw LedgerRefusal.of(Rule.REQUIRED_KEYS_SIGN.isBrokenBy(accountId + " is not the receiver"));
        }
        Party sender = hostOf(pending.sender());
        Party receiverHost = hostOf(pending.terms().getReceiver());
        TransactionBuilder builder = pending.giveTo(receiver.getKey(), builder())
                .addReferenceState(control.referenced())
                .addCommand(new AcceptTransfer(requestId(), actor), receiver.getKey());
        return LedgerDraft.of(builder, parties().others(sender, receiverHost), receiver.getKey());
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
