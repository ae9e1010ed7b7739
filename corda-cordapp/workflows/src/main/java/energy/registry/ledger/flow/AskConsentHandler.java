package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.DeviceRegisterState;
import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.SignTransactionFlow;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;

/**
 * Signs what only a look into one's own vault can judge: the issuing body that an account's id is new, the regulator that
 * no device register was founded before. Everything else is not signed.
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
            Verdict verdict = judge(stx.getTx());
            if (!verdict.isValid()) {
                throw LedgerRefusal.of(verdict);
            }
        }

        private Verdict judge(WireTransaction tx) {
            LedgerView view = new LedgerView(getServiceHub());
            List<AccountState> accounts = tx.outputsOfType(AccountState.class);
            boolean foundsRegister =
                    !tx.outputsOfType(DeviceRegisterState.class).isEmpty()
                            && tx.getInputs().isEmpty();
            if (foundsRegister) {
                return Rule.REGULATOR_FOUNDS_REGISTER.holds(!view.register().isPresent(), "a device register exists");
            }
            if (accounts.size() != 1 || tx.getOutputs().size() != 1) {
                return Rule.COMMAND_IS_KNOWN.isBrokenBy("consent is given to accounts and the register only");
            }
            String accountId = accounts.get(0).getAccountId();
            return Rule.ACCOUNT_ID_IS_NEW.holds(
                    !view.findAccount(accountId).isPresent(), "account '" + accountId + "'");
        }
    }
}
