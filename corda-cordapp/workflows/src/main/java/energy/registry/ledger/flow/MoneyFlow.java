package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.MoneyState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** What a deposit and a withdrawal share: the account's balance and proceeds become one balance, changed by the amount. */
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
        if (Purse.of(view(), owner.getKey(), currency).isEmpty()) {
            subFlow(new OpenEmptyBalance(requestId(), accountId, currency));
        }
        Purse purse = Purse.withAtLeast(-deltaMinor, this, accountId, owner.getKey(), currency);
        long sum = added(purse.sum(), deltaMinor);
        TransactionBuilder builder = builder();
        purse.addTo(builder);
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
