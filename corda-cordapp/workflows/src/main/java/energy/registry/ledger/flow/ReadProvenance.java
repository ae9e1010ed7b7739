package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Where a certificate, or a line of a retirement, comes from: device, claim and every transaction on its way. */
@StartableByRPC
public final class ReadProvenance extends FlowLogic<Provenance> {
    private final String certificateId;

    public ReadProvenance(String certificateId) {
        this.certificateId = certificateId;
    }

    @Suspendable
    @Override
    public Provenance call() throws FlowException {
        return new ProvenanceOf(certificateId, getServiceHub())
                .find()
                .orElseThrow(() -> LedgerRefusal.of(Rule.CERTIFICATE_EXISTS.isBrokenBy("'" + certificateId + "'")));
    }
}
