package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.control.Authority;
import energy.registry.domain.control.Freeze;
import energy.registry.domain.control.FrozenKind;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.FreezeSubject;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.Keys;
import java.time.Instant;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Freezes a device or an account; runs on the node of who freezes, the regulator's or the issuing body's. */
@StartableByRPC
public final class FreezeOnLedger extends LedgerFlow<FrozenSubject> {
    private final String subjectType;
    private final String subjectId;
    private final String caseNo;
    private final String actor;
    private final String reason;
    private final Instant until;

    /**
     * @param subjectType {@code DEVICE} or {@code ACCOUNT}
     * @param until the freeze's end, or {@link FlowArguments#NO_TIME} when it lasts until it is lifted
     */
    public FreezeOnLedger(
            String requestId,
            String subjectType,
            String subjectId,
            String caseNo,
            String actor,
            String reason,
            Instant until) {
        super(FreezeSubject.class, requestId);
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.caseNo = caseNo;
        this.actor = actor;
        this.reason = reason;
        this.until = until;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        if (parties().self().equals(parties().issuingBody())) {
            foundControl();
        }
        StateAndRef<ControlState> found = view().control();
        ControlState control = found.getState().getData();
        TransactionBuilder builder = builder().addInputState(found);
        boolean device = FrozenKind.valueOf(subjectType) == FrozenKind.DEVICE;
        String keyId = device ? device(builder) : account(builder);
        Party self = parties().self();
        Freeze freeze = new Freeze(
                RecordNumber.ofRequest("FR", requestId(), Keys.idOf(self.getOwningKey())),
                FrozenKind.valueOf(subjectType),
                subjectId,
                keyId,
                self.equals(control.getRegulator()) ? Authority.REGULATOR : Authority.ISSUING_BODY,
                caseNo,
                reason,
                now().getEpochSecond(),
                until.equals(FlowArguments.NO_TIME) ? Freeze.OPEN : until.getEpochSecond());
        if (control.list().isFull()) {
            throw LedgerRefusal.of(Rule.FREEZE_LIST_HAS_ROOM.isBrokenBy("lift some first"));
        }
        builder.addOutputState(
                        control.with(control.list().plus(freeze), parties().observers()))
                .addCommand(new FreezeSubject(requestId(), actor, freeze.encode()), self.getOwningKey());
        return LedgerDraft.of(
                builder, parties().others(parties().observers().toArray(new Party[0])), self.getOwningKey());
    }

    private String device(TransactionBuilder builder) throws LedgerRefusal {
        StateAndRef<DeviceState> device = view().device(subjectId)
                .orElseThrow(
                        () -> LedgerRefusal.of(Rule.FREEZE_IS_COMPLETE.isBrokenBy("no device '" + subjectId + "'")));
        builder.addReferenceState(device.referenced());
        return "";
    }

    private String account(TransactionBuilder builder) throws LedgerRefusal {
        StateAndRef<AccountState> account = view().account(subjectId);
        builder.addReferenceState(account.referenced());
        return Keys.idOf(account.getState().getData().getKey());
    }

    @Override
    FrozenSubject result(SignedTransaction recorded) {
        FreezeSubject command = CertificateItems.command(recorded, FreezeSubject.class);
        return new FrozenSubject(Freeze.decode(command.getFreeze()).freezeId(), text(recorded.getId()));
    }
}
