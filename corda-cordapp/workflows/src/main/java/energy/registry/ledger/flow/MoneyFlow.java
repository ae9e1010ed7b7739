package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.MoneyState;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** What a deposit and a withdrawal share: all balances of the account and currency become one, changed by the amount. */
abstract class MoneyFlow extends LedgerFlow<SettledBalance> {
    MoneyFlow(Class<? extends RegistryCommand> command, String requestId) {
        super(command, requestId);
    }

    @Suspendable
    final LedgerDraft draft(RegistryCommand command, String accountId, String currency, long deltaMinor)
            throws FlowException {
        StateAndRef<AccountState> account = view().account(accountId);
        AccountState owner = account.getState().getData();
        Party agent = parties().self();
        if (view().money(owner.getKey(), currency).isEmpty()) {
            subFlow(new OpenEmptyBalance(requestId(), accountId, currency));
        }
        List<StateAndRef<MoneyState>> before = view().money(owner.getKey(), currency);
        TransactionBuilder builder = builder();
        long sum = deltaMinor;
        for (StateAndRef<MoneyState> state : before) {
            builder.addInputState(state);
            sum = added(sum, state.getState().getData().getAmountMinor());
        }
        if (deltaMinor < 0) {
            builder.addReferenceState(view().control().referenced());
        }
        builder.addReferenceState(account.referenced())
                .addOutputState(new MoneyState(owner.getKey(), currency, sum, agent))
                .addCommand(command, agent.getOwningKey());
        return LedgerDraft.of(builder, parties().others(owner.getHost()), agent.getOwningKey());
    }

    private static long added(long sum, long amount) throws LedgerRefusal {
        try {
            return Math.addExact(sum, amount);
        } catch (ArithmeticException e) {
            throw LedgerRefusal.of(Rule.MONEY_IS_CONSERVED.isBrokenBy("the balance exceeds 64 bits"));
        }
    }

    @Override
    final SettledBalance result(SignedTransaction recorded) {
        MoneyState balance = recorded.getTx().outputsOfType(MoneyState.class).get(0);
        return new SettledBalance(text(recorded.getId()), balance.getAmountMinor());
    }
}
