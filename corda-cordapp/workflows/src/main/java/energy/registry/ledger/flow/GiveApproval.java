package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.consent.Act;
import energy.registry.ledger.consent.Approvals;
import java.time.Instant;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Keeps the regulator's approval of an act on this node, which is the regulator's; says its number. */
@StartableByRPC
public final class GiveApproval extends FlowLogic<String> {
    private final String requestId;
    private final Act act;
    private final String subject;
    private final String actor;
    private final String reason;
    private final Instant validUntil;

    public GiveApproval(String requestId, Act act, String subject, String actor, String reason, Instant validUntil) {
        this.requestId = requestId;
        this.act = act;
        this.subject = subject;
        this.actor = actor;
        this.reason = reason;
        this.validUntil = validUntil;
    }

    @Suspendable
    @Override
    public String call() throws FlowException {
        LedgerParties parties = new LedgerParties(getServiceHub());
        if (!parties.self().equals(parties.regulator())) {
            throw LedgerRefusal.of(Rule.APPROVAL_IS_GIVEN.isBrokenBy("only the regulator's node keeps approvals"));
        }
        return getServiceHub().cordaService(Approvals.class).give(requestId, act, subject, actor, reason, validUntil);
    }
}
