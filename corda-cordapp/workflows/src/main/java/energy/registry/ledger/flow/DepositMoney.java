package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.ledger.contract.Deposit;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;

/** Books money that the settlement agent has received for an account; runs on the agent's node. */
@StartableByRPC
public final class DepositMoney extends MoneyFlow {
    private final String accountId;
    private final long amountMinor;
    private final String currency;
    private final String actor;
    private final String reason;

    public DepositMoney(
            String requestId, String accountId, long amountMinor, String currency, String actor, String reason) {
        super(Deposit.class, requestId);
        this.accountId = accountId;
        this.amountMinor = amountMinor;
        this.currency = currency;
        this.actor = actor;
        this.reason = reason;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        Deposit command = new Deposit(requestId(), accountId, currency, amountMinor, actor, reason);
        return draft(command, accountId, currency, amountMinor);
    }
}
