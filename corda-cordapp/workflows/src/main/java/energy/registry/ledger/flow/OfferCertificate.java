package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Offer;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.OfferTerms;
import java.time.Instant;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Offers all (quantity 0) or the first part of a certificate at a price; what is not offered stays active. */
@StartableByRPC
public final class OfferCertificate extends LedgerFlow<OfferedCertificate> {
    private final String accountId;
    private final String certificateId;
    private final long quantityWh;
    private final long priceMinorPerMwh;
    private final String currency;
    private final long minLotWh;
    private final Instant validUntil;

    public OfferCertificate(
            String requestId,
            String accountId,
            String certificateId,
            long quantityWh,
            long priceMinorPerMwh,
            String currency,
            long minLotWh,
            Instant validUntil) {
        super(Offer.class, requestId);
        this.accountId = accountId;
        this.certificateId = certificateId;
        this.quantityWh = quantityWh;
        this.priceMinorPerMwh = priceMinorPerMwh;
        this.currency = currency;
        this.minLotWh = minLotWh;
        this.validUntil = validUntil;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        AccountState owner = view().account(accountId).getState().getData();
        StateAndRef<CertificateState> found = view().certificate(certificateId, owner.getKey());
        CertificateState before = found.getState().getData();
        long all = before.certificate().quantity().toLong();
        long offered = quantityWh == 0 ? all : quantityWh;
        if (offered < 0 || offered > all) {
            throw LedgerRefusal.of(Rule.QUANTITY_IS_POSITIVE.isBrokenBy(offered + " of " + all + " Wh"));
        }
        if (before.getStatus() != CertificateStatus.ACTIVE) {
            throw LedgerRefusal.of(Rule.CERTIFICATE_IS_ACTIVE.isBrokenBy(certificateId + " is " + before.getStatus()));
        }
        OfferTerms terms = new OfferTerms(priceMinorPerMwh, currency, minLotWh, validUntil, owner.getIssuingBody());
        WattHours part = WattHours.of(offered);
        TransactionBuilder builder = builder()
                .addInputState(found)
                .addOutputState(
                        before.withBundle(before.certificate().first(part)).offeredUnder(terms))
                .addCommand(new Offer(requestId(), offered), owner.getKey());
        if (offered < all) {
            builder.addOutputState(before.withBundle(before.certificate().after(part)));
        }
        return LedgerDraft.of(builder, parties().others(), owner.getKey());
    }

    @Override
    OfferedCertificate result(SignedTransaction recorded) {
        CertificateState offered =
                recorded.getTx().outputsOfType(CertificateState.class).get(0);
        return new OfferedCertificate(offered.certificate().certificateId(), text(recorded.getId()));
    }
}
