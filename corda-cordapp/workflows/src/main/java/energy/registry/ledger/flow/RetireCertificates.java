package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.Retirement;
import energy.registry.ledger.contract.Retire;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.RetirementState;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Takes certificates of an account out of circulation for a beneficiary; what is not retired stays active. */
@StartableByRPC
public final class RetireCertificates extends LedgerFlow<RetiredCertificates> {
    private final String accountId;
    private final List<CertificateQuantity> items;
    private final RetirementRequest request;
    private final List<SharedOut> shares;

    public RetireCertificates(
            String requestId, String accountId, List<CertificateQuantity> items, RetirementRequest request) {
        this(requestId, accountId, items, request, new ArrayList<>());
    }

    /** @param shares how it is shared out among end users; may be empty */
    public RetireCertificates(
            String requestId,
            String accountId,
            List<CertificateQuantity> items,
            RetirementRequest request,
            List<SharedOut> shares) {
        super(Retire.class, requestId);
        this.shares = new ArrayList<>(shares);
        this.accountId = accountId;
        this.items = new ArrayList<>(items);
        this.request = request;
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
        TakenPieces taken = TakenPieces.of(view(), items, owner.getKey());
        Retirement retirement = new Retirement(
                requestId(), accountId, now().getEpochSecond(), RetirementTerms.purpose(request), taken.bundles());
        TransactionBuilder builder = builder();
        taken.end(builder);
        builder.addOutputState(new RetirementState(
                        retirement.encode(),
                        owner.getKey(),
                        control.getState().getData().getIssuer(),
                        RetirementTerms.allocation(shares).encode()))
                .addReferenceState(control.referenced())
                .addCommand(new Retire(requestId(), taken.serials()), owner.getKey());
        return LedgerDraft.of(builder, parties().others(), owner.getKey());
    }

    @Override
    RetiredCertificates result(SignedTransaction recorded) {
        return RetiredCertificates.of(recorded);
    }
}
