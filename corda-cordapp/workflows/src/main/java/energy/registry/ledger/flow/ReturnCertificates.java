package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.ReturnTransfer;
import energy.registry.ledger.contract.TransferOutcome;
import energy.registry.ledger.state.AccountState;
import java.security.PublicKey;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Ends a proposed transfer without it: rejected by the receiver, recalled by the sender, or lapsed by time. */
@StartableByRPC
public final class ReturnCertificates extends LedgerFlow<String> {
    private final String accountId;
    private final String transferId;
    private final TransferOutcome outcome;
    private final String actor;
    private final String reason;

    public ReturnCertificates(
            String requestId,
            String accountId,
            String transferId,
            TransferOutcome outcome,
            String actor,
            String reason) {
        super(ReturnTransfer.class, requestId);
        this.accountId = accountId;
        this.transferId = transferId;
        this.outcome = outcome;
        this.actor = actor;
        this.reason = reason;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        AccountState account = view().account(accountId).getState().getData();
        PendingTransfer pending = new PendingTransfer(getServiceHub(), transferId);
        if (!maySay(account.getKey(), pending)) {
            throw LedgerRefusal.of(
                    Rule.REQUIRED_KEYS_SIGN.isBrokenBy(accountId + " cannot say that it was " + outcome));
        }
        Party sender = hostOf(pending.sender());
        Party receiverHost = hostOf(pending.terms().getReceiver());
        TransactionBuilder builder = pending.giveTo(pending.sender(), builder())
                .addCommand(new ReturnTransfer(requestId(), outcome, actor, reason), account.getKey());
        return LedgerDraft.of(builder, parties().others(sender, receiverHost), account.getKey());
    }

    private boolean maySay(PublicKey key, PendingTransfer pending) {
        switch (outcome) {
            case REJECTED:
                return key.equals(pending.terms().getReceiver());
            case RECALLED:
                return key.equals(pending.sender());
            default:
                return true;
        }
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
