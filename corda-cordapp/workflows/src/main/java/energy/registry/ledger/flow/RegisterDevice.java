package energy.registry.ledger.flow;

import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class RegisterDevice extends FlowLogic<RegisteredDevice> {
    public RegisterDevice(String requestId, String actor, String reason, byte[] device) {}

    @Override
    public RegisteredDevice call() throws FlowException {
        throw new FlowException("in progress");
    }
}
