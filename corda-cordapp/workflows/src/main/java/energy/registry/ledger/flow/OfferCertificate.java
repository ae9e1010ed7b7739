package energy.registry.ledger.flow;

import java.time.Instant;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Skeleton. */
@StartableByRPC
public final class OfferCertificate extends FlowLogic<OfferedCertificate> {
    public OfferCertificate(
            String requestId,
            String accountId,
            String certificateId,
            long quantityWh,
            long priceMinorPerMwh,
            String currency,
            long minLotWh,
            Instant validUntil) {}

    @Override
    public OfferedCertificate call() throws FlowException {
        throw new FlowException("in progress");
    }
}
