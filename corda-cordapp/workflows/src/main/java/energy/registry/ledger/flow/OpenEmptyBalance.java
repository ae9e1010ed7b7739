package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.ledger.contract.OpenBalance;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.MoneyState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/**
 * Opens an account's empty balance, so that each deposit has a state to consume: two runs of one request, the one before
 * a crash and the one after, then meet at the notary and only one of them books.
 */
final class OpenEmptyBalance extends LedgerFlow<String> {
    private final String accountId;
    private final String currency;

    OpenEmptyBalance(String requestId, String accountId, String currency) {
        super(OpenBalance.class, requestId);
        this.accountId = accountId;
        this.currency = currency;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<AccountState> account = view().account(accountId);
        AccountState owner = account.getState().getData();
        Party agent = parties().self();
        return LedgerDraft.of(
                builder()
                        .addReferenceState(account.referenced())
                        .addOutputState(new MoneyState(owner.getKey(), currency, 0, agent))
                        .addCommand(new OpenBalance(requestId(), accountId, currency), agent.getOwningKey()),
                parties().others(owner.getHost()),
                agent.getOwningKey());
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
