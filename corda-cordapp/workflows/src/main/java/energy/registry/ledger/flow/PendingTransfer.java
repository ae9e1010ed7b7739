package energy.registry.ledger.flow;

import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.TransferTerms;
import java.security.PublicKey;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.TransactionBuilder;

/** The certificates that a transfer locks now. */
final class PendingTransfer {
    private final List<StateAndRef<CertificateState>> certificates;
    private final TransferTerms terms;

    PendingTransfer(ServiceHub services, String transferId) throws LedgerRefusal {
        this.certificates = new LedgerView(services).lockedUnder(transferId);
        this.terms = certificates.stream()
                .findFirst()
                .flatMap(state -> state.getState().getData().transfer())
                .orElseThrow(() -> LedgerRefusal.of(
                        Rule.CERTIFICATE_IS_PENDING.isBrokenBy("no transfer '" + transferId + "' is pending")));
    }

    TransferTerms terms() {
        return terms;
    }

    PublicKey sender() {
        return certificates.get(0).getState().getData().getOwner();
    }

    /** Consumes all of them and gives them to one holder. */
    TransactionBuilder giveTo(PublicKey holder, TransactionBuilder builder) {
        for (StateAndRef<CertificateState> found : certificates) {
            builder.addInputState(found);
            builder.addOutputState(found.getState().getData().activeOf(holder));
        }
        return builder;
    }
}
