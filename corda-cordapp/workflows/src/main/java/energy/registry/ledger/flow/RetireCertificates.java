package energy.registry.ledger.flow;

import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class RetireCertificates extends FlowLogic<RetiredCertificates> {
    public RetireCertificates(
            String requestId, String accountId, List<CertificateQuantity> items, RetirementRequest request) {}

    @Override
    public RetiredCertificates call() throws FlowException {
        throw new FlowException("in progress");
    }
}
