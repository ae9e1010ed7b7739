package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.LedgerSignatures;
import energy.registry.ledger.contract.RetireForConsumption;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.RetirementState;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Retires certificates of an account for what one of its points of consumption used in the same hours. */
@StartableByRPC
public final class RetireAgainstConsumption extends LedgerFlow<RetiredCertificates> {
    private final String accountId;
    private final List<CertificateQuantity> items;
    private final RetirementRequest request;
    private final String pointId;
    private final byte[] consumption;

    /**
     * @param pointId the account's point of consumption
     * @param consumption the signed statement of the point's meter; all of its time counts as claimed afterwards
     */
    public RetireAgainstConsumption(
            String requestId,
            String accountId,
            List<CertificateQuantity> items,
            RetirementRequest request,
            String pointId,
            byte[] consumption) {
        super(RetireForConsumption.class, requestId);
        this.accountId = accountId;
        this.items = new ArrayList<>(items);
        this.request = request;
        this.pointId = pointId;
        this.consumption = consumption.clone();
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        AccountState owner = view().account(accountId).getState().getData();
        StateAndRef<ConsumptionState> point = view().consumption(pointId)
                .orElseThrow(
                        () -> LedgerRefusal.of(Rule.CONSUMPTION_IS_ONES_OWN.isBrokenBy("no point '" + pointId + "'")));
        TakenPieces taken = TakenPieces.of(view(), items, owner.getKey());
        ConsumptionCursor cursor = point.getState().getData().record();
        LedgerRefusal.unless(cursor.permits(consumption, taken.bundles(), new LedgerSignatures()));
        Retirement retirement = new Retirement(
                requestId(), accountId, now().getEpochSecond(), RetirementTerms.purpose(request), taken.bundles());
        StateAndRef<ControlState> control = view().control();
        TransactionBuilder builder = builder();
        taken.end(builder);
        builder.addInputState(point)
                .addOutputState(new RetirementState(
                        retirement.encode(),
                        owner.getKey(),
                        control.getState().getData().getIssuer()))
                .addOutputState(point.getState().getData().with(cursor.after(consumption, retirement.id())))
                .addReferenceState(control.referenced())
                .addCommand(new RetireForConsumption(requestId(), taken.serials(), consumption), owner.getKey());
        return LedgerDraft.of(builder, parties().others(owner.getIssuingBody()), owner.getKey());
    }

    @Override
    RetiredCertificates result(SignedTransaction recorded) {
        return RetiredCertificates.of(recorded);
    }
}
