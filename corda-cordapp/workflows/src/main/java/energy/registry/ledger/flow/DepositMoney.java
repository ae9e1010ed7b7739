package energy.registry.ledger.flow;

import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class DepositMoney extends FlowLogic<SettledBalance> {
    public DepositMoney(
            String requestId, String accountId, long amountMinor, String currency, String actor, String reason) {}

    @Override
    public SettledBalance call() throws FlowException {
        throw new FlowException("in progress");
    }
}
