package energy.registry.ledger.flow;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.OfferTerms;
import java.util.Comparator;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;

/**
 * The offer that a buyer means. Another buyer's partial purchase leaves the rest under the same terms and another id:
 * whoever asked for a quantity of the whole gets it from the rest. Who asked for all of it gets all or nothing.
 */
final class OpenOffer {
    private final CertificateState former;
    private final CertificateQuantity item;

    private OpenOffer(CertificateState former, CertificateQuantity item) {
        this.former = former;
        this.item = item;
    }

    /** The live certificate of that id, else what is left of the offer that had it. */
    static Optional<StateAndRef<CertificateState>> find(LedgerView view, CertificateQuantity item) {
        Optional<StateAndRef<CertificateState>> live = view.findCertificate(item.getCertificateId());
        if (live.isPresent() || item.getQuantityWh() == 0) {
            return live;
        }
        return view.formerOffer(item.getCertificateId()).flatMap(former -> new OpenOffer(former, item).rest(view));
    }

    /** The smallest piece that has enough, or the largest there is. */
    private Optional<StateAndRef<CertificateState>> rest(LedgerView view) {
        Comparator<StateAndRef<CertificateState>> bySize = Comparator.comparing(OpenOffer::quantityOf);
        Optional<StateAndRef<CertificateState>> enough = view
                .offersOf(former.certificate().deviceId())
                .stream()
                .filter(state -> isLeftOf(state.getState().getData()))
                .filter(state -> quantityOf(state) >= item.getQuantityWh())
                .min(bySize);
        return enough.isPresent()
                ? enough
                : view.offersOf(former.certificate().deviceId()).stream()
                        .filter(state -> isLeftOf(state.getState().getData()))
                        .max(bySize);
    }

    private static long quantityOf(StateAndRef<CertificateState> state) {
        return state.getState().getData().certificate().quantity().toLong();
    }

    private boolean isLeftOf(CertificateState state) {
        CertificateBundle whole = former.certificate();
        CertificateBundle piece = state.certificate();
        boolean within = whole.serialFromWh() <= piece.serialFromWh() && piece.serialToWh() <= whole.serialToWh();
        boolean asked = item.getSerialFrom() == CertificateQuantity.FROM_FIRST
                || piece.serialFromWh() <= item.getSerialFrom() && item.getSerialFrom() < piece.serialToWh();
        return within
                && asked
                && piece.issuance().claimId().equals(whole.issuance().claimId())
                && state.getOwner().equals(former.getOwner())
                && isAtSameTerms(state.offer().get(), former.offer().get());
    }

    /** But for the minimum lot, which is never above what is left. */
    private static boolean isAtSameTerms(OfferTerms rest, OfferTerms whole) {
        long any = 1;
        return rest.forPieceOf(any).equals(whole.forPieceOf(any));
    }
}
