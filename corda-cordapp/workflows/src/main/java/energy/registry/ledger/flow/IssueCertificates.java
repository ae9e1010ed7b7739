package energy.registry.ledger.flow;

import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class IssueCertificates extends FlowLogic<IssueOutcome> {
    public IssueCertificates(List<byte[]> claims) {}

    @Override
    public IssueOutcome call() throws FlowException {
        throw new FlowException("in progress");
    }
}
