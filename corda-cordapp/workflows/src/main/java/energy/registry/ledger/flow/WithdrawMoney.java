package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.ledger.contract.Withdraw;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;

/** Books money that the settlement agent has paid out for an account; runs on the agent's node. */
@StartableByRPC
public final class WithdrawMoney extends MoneyFlow {
    private final String accountId;
    private final long amountMinor;
    private final String currency;
    private final String actor;
    private final String reason;

    public WithdrawMoney(
            String requestId, String accountId, long amountMinor, String currency, String actor, String reason) {
        super(Withdraw.class, requestId);
        this.accountId = accountId;
        this.amountMinor = amountMinor;
        this.currency = currency;
        this.actor = actor;
        this.reason = reason;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        Withdraw command = new Withdraw(requestId(), accountId, currency, amountMinor, actor, reason);
        return draft(command, accountId, currency, -amountMinor);
    }
}
