package energy.registry.ledger.flow;

import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class ReadBalances extends FlowLogic<List<AccountBalance>> {
    public ReadBalances(String accountId) {}

    @Override
    public List<AccountBalance> call() throws FlowException {
        throw new FlowException("in progress");
    }
}
