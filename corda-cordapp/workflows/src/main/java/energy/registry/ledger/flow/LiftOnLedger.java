package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.LiftFreeze;
import energy.registry.ledger.state.ControlState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/** Lifts a freeze: the regulator any, the issuing body its own. */
@StartableByRPC
public final class LiftOnLedger extends LedgerFlow<String> {
    private final String freezeId;
    private final String actor;
    private final String reason;

    public LiftOnLedger(String requestId, String freezeId, String actor, String reason) {
        super(LiftFreeze.class, requestId);
        this.freezeId = freezeId;
        this.actor = actor;
        this.reason = reason;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<ControlState> found = view().control();
        ControlState control = found.getState().getData();
        if (!control.list().find(freezeId).isPresent()) {
            throw LedgerRefusal.of(Rule.FREEZE_EXISTS.isBrokenBy("'" + freezeId + "'"));
        }
        Party self = parties().self();
        return LedgerDraft.of(
                builder()
                        .addInputState(found)
                        .addOutputState(control.with(
                                control.list().without(freezeId), parties().observers()))
                        .addCommand(new LiftFreeze(requestId(), freezeId, actor, reason), self.getOwningKey()),
                parties().others(parties().observers().toArray(new Party[0])),
                self.getOwningKey());
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
