package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.MoneyState;
import java.security.PublicKey;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/**
 * Joins the proceeds of an account's sales, at most as many as one command may, with its balance; on the node that hosts
 * the account or on the settlement agent's.
 */
@StartableByRPC
public final class JoinProceeds extends LedgerFlow<SettledBalance> {
    private final String accountId;
    private final String currency;

    public JoinProceeds(String requestId, String accountId, String currency) {
        super(energy.registry.ledger.contract.JoinProceeds.class, requestId);
        this.accountId = accountId;
        this.currency = currency;
    }

    @Override
    boolean answersWhenRecordedHere() {
        return true;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        AccountState owner = view().account(accountId).getState().getData();
        Party agent = owner.getIssuingBody();
        PublicKey signer = agent.equals(parties().self()) ? agent.getOwningKey() : owner.getKey();
        Purse purse = Purse.of(view(), owner.getKey(), currency);
        if (view().proceeds(owner.getKey(), currency, 1).isEmpty()) {
            throw LedgerRefusal.of(Rule.STATES_ARE_EXPECTED.isBrokenBy("'" + accountId + "' has nothing to join"));
        }
        TransactionBuilder builder = builder()
                .addOutputState(new MoneyState(owner.getKey(), currency, purse.sum(), agent))
                .addCommand(new energy.registry.ledger.contract.JoinProceeds(requestId()), signer);
        purse.addTo(builder);
        return LedgerDraft.of(builder, parties().others(owner.getHost(), agent), signer);
    }

    @Override
    SettledBalance result(SignedTransaction recorded) {
        MoneyState balance = recorded.getTx().outputsOfType(MoneyState.class).get(0);
        return new SettledBalance(text(recorded.getId()), balance.getAmountMinor());
    }
}
