package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.ledger.contract.Offer;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.OfferTerms;
import java.time.Instant;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Offers a certificate or a piece of it at a price; what is not offered stays active. */
@StartableByRPC
public final class OfferCertificate extends LedgerFlow<OfferedCertificate> {
    private final String accountId;
    private final CertificateQuantity item;
    private final long priceMinorPerMwh;
    private final String currency;
    private final long minLotWh;
    private final Instant validUntil;

    public OfferCertificate(
            String requestId,
            String accountId,
            CertificateQuantity item,
            long priceMinorPerMwh,
            String currency,
            long minLotWh,
            Instant validUntil) {
        super(Offer.class, requestId);
        this.accountId = accountId;
        this.item = item;
        this.priceMinorPerMwh = priceMinorPerMwh;
        this.currency = currency;
        this.minLotWh = minLotWh;
        this.validUntil = validUntil;
    }

    @Override
    boolean answersWhenRecordedHere() {
        return true;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<ControlState> control = control();
        AccountState owner = view().account(accountId).getState().getData();
        StateAndRef<CertificateState> found = view().certificate(item.getCertificateId(), owner.getKey());
        CertificateState before = found.getState().getData();
        SerialRange piece = CertificateItems.piece(item, before.certificate());
        CertificateItems.requireActive(before);
        OfferTerms terms = new OfferTerms(priceMinorPerMwh, currency, minLotWh, validUntil, owner.getIssuingBody());
        TransactionBuilder builder = builder()
                .addInputState(found)
                .addReferenceState(control.referenced())
                .addOutputState(Pieces.piece(before, piece).lockedUnder(terms))
                .addCommand(new Offer(requestId(), piece), owner.getKey());
        Pieces.rests(before, piece).forEach(builder::addOutputState);
        return LedgerDraft.of(builder, parties().others(), owner.getKey());
    }

    @Override
    OfferedCertificate result(SignedTransaction recorded) {
        CertificateState offered =
                recorded.getTx().outputsOfType(CertificateState.class).get(0);
        return new OfferedCertificate(offered.certificate().certificateId(), text(recorded.getId()));
    }
}
