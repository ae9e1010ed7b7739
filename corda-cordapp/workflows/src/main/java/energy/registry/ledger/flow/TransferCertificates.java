package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.ledger.contract.ProposeTransfer;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.TransferTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Proposes certificates of an account to another one, which has to accept them. */
@StartableByRPC
public final class TransferCertificates extends LedgerFlow<ProposedTransfer> {
    private final String accountId;
    private final List<CertificateQuantity> items;
    private final String receiver;
    private final Instant until;
    private final String reference;
    private final String actor;

    /** @param until at most 72 hours ahead */
    public TransferCertificates(
            String requestId,
            String accountId,
            List<CertificateQuantity> items,
            String receiver,
            Instant until,
            String reference,
            String actor) {
        super(ProposeTransfer.class, requestId);
        this.accountId = accountId;
        this.items = new ArrayList<>(items);
        this.receiver = receiver;
        this.until = until;
        this.reference = reference;
        this.actor = actor;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<ControlState> control = control();
        AccountState sender = view().account(accountId).getState().getData();
        StateAndRef<AccountState> taker = anyAccount(receiver);
        TransferTerms terms = new TransferTerms(
                RecordNumber.ofRequest("TR", requestId(), Keys.idOf(sender.getKey())),
                taker.getState().getData().getKey(),
                until,
                reference);
        TakenPieces taken = TakenPieces.of(view(), items, sender.getKey());
        TransactionBuilder builder =
                builder().addReferenceState(control.referenced()).addReferenceState(taker.referenced());
        taken.lock(builder, terms);
        builder.addCommand(new ProposeTransfer(requestId(), taken.serials(), actor), sender.getKey());
        return LedgerDraft.of(
                builder, parties().others(taker.getState().getData().getHost()), sender.getKey());
    }

    @Override
    ProposedTransfer result(SignedTransaction recorded) {
        String transferId = "";
        long quantity = 0;
        for (CertificateState state : recorded.getTx().outputsOfType(CertificateState.class)) {
            if (state.transfer().isPresent()) {
                transferId = state.transfer().get().getTransferId();
                quantity += state.certificate().quantity().toLong();
            }
        }
        return new ProposedTransfer(transferId, text(recorded.getId()), quantity);
    }
}
