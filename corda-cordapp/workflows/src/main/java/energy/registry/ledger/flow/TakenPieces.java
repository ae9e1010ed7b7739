package energy.registry.ledger.flow;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.CertificateLock;
import energy.registry.ledger.state.CertificateState;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.transactions.TransactionBuilder;

/** Pieces of an account's free certificates that a transaction takes; what they leave stays as it was. */
final class TakenPieces {
    private final List<StateAndRef<CertificateState>> certificates = new ArrayList<>();
    private final List<SerialRange> pieces = new ArrayList<>();

    private TakenPieces() {}

    static TakenPieces of(LedgerView view, List<CertificateQuantity> items, PublicKey owner) throws LedgerRefusal {
        TakenPieces taken = new TakenPieces();
        for (CertificateQuantity item : CertificateItems.distinct(items)) {
            StateAndRef<CertificateState> found = view.certificate(item.getCertificateId(), owner);
            CertificateState state = found.getState().getData();
            CertificateItems.requireActive(state);
            taken.pieces.add(CertificateItems.piece(item, state.certificate()));
            taken.certificates.add(found);
        }
        return taken;
    }

    List<SerialRange> serials() {
        return pieces;
    }

    List<CertificateBundle> bundles() {
        List<CertificateBundle> bundles = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            bundles.add(Pieces.piece(state(i), pieces.get(i)).certificate());
        }
        return bundles;
    }

    private CertificateState state(int i) {
        return certificates.get(i).getState().getData();
    }

    /** The pieces go on under a lock. */
    void lock(TransactionBuilder builder, CertificateLock lock) {
        for (int i = 0; i < pieces.size(); i++) {
            builder.addInputState(certificates.get(i))
                    .addOutputState(Pieces.piece(state(i), pieces.get(i)).lockedUnder(lock));
            Pieces.rests(state(i), pieces.get(i)).forEach(builder::addOutputState);
        }
    }

    /** The pieces end here. */
    void end(TransactionBuilder builder) {
        for (int i = 0; i < pieces.size(); i++) {
            builder.addInputState(certificates.get(i));
            Pieces.rests(state(i), pieces.get(i)).forEach(builder::addOutputState);
        }
    }
}
