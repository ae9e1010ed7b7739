package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.SettlementMoney;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** What an account holds, by currency: its balance and what its sales brought since. */
@StartableByRPC
public final class ReadBalances extends FlowLogic<List<AccountBalance>> {
    private final String accountId;

    public ReadBalances(String accountId) {
        this.accountId = accountId;
    }

    @Suspendable
    @Override
    public List<AccountBalance> call() throws FlowException {
        LedgerView view = new LedgerView(getServiceHub());
        AccountState account = view.account(accountId).getState().getData();
        Map<String, Long> sums = new TreeMap<>();
        for (StateAndRef<SettlementMoney> state : view.money(account.getKey())) {
            SettlementMoney money = state.getState().getData();
            sums.merge(money.getCurrency(), money.getAmountMinor(), Math::addExact);
        }
        List<AccountBalance> balances = new ArrayList<>();
        sums.forEach((currency, amount) -> balances.add(new AccountBalance(currency, amount)));
        return balances;
    }
}
