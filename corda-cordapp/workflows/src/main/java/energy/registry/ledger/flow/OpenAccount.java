package energy.registry.ledger.flow;

import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class OpenAccount extends FlowLogic<OpenedAccount> {
    public OpenAccount(String requestId, String accountId, String name, String country, List<String> roles) {}

    @Override
    public OpenedAccount call() throws FlowException {
        throw new FlowException("in progress");
    }
}
