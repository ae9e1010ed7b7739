package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Verdict;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.SignTransactionFlow;
import net.corda.core.transactions.SignedTransaction;

/**
 * Signs what keeps the rules and what this node consents to by its own records; everything else is not signed.
 */
@InitiatedBy(AskConsent.class)
public final class AskConsentHandler extends FlowLogic<SignedTransaction> {
    private final FlowSession session;

    public AskConsentHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public SignedTransaction call() throws FlowException {
        return subFlow(new Look(session));
    }

    private static final class Look extends SignTransactionFlow {
        Look(FlowSession session) {
            super(session);
        }

        @Override
        protected void checkTransaction(SignedTransaction stx) throws FlowException {
            Verdict verdict = new ConsentJudge(getServiceHub(), stx.getTx()).verdict();
            if (!verdict.isValid()) {
                throw LedgerRefusal.of(verdict);
            }
        }
    }
}
