package energy.registry.ledger.flow;

import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class PurchaseCertificates extends FlowLogic<PurchasedCertificates> {
    public PurchaseCertificates(
            String requestId, String accountId, List<CertificateQuantity> items, long maxTotalMinor, String currency) {}

    @Override
    public PurchasedCertificates call() throws FlowException {
        throw new FlowException("in progress");
    }
}
