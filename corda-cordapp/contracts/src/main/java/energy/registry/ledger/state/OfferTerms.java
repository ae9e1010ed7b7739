package energy.registry.ledger.state;

import java.time.Instant;
import java.util.Objects;
import net.corda.core.identity.Party;

/** What a seller consents to in advance: anyone who meets these terms may take the certificate without asking again. */
public final class OfferTerms implements CertificateLock {
    private final long priceMinorPerMwh;
    private final String currency;
    private final long minLotWh;
    private final Instant validUntil;
    private final Party settlementAgent;

    /** @param settlementAgent whose money the seller accepts */
    public OfferTerms(
            long priceMinorPerMwh, String currency, long minLotWh, Instant validUntil, Party settlementAgent) {
        this.priceMinorPerMwh = priceMinorPerMwh;
        this.currency = currency;
        this.minLotWh = minLotWh;
        this.validUntil = validUntil;
        this.settlementAgent = settlementAgent;
    }

    public long getPriceMinorPerMwh() {
        return priceMinorPerMwh;
    }

    public String getCurrency() {
        return currency;
    }

    public long getMinLotWh() {
        return minLotWh;
    }

    public Instant getValidUntil() {
        return validUntil;
    }

    public Party getSettlementAgent() {
        return settlementAgent;
    }

    @Override
    public CertificateStatus status() {
        return CertificateStatus.OFFERED;
    }

    /** The same terms for what a partial purchase leaves: the minimum lot is never above the rest. */
    @Override
    public OfferTerms forPieceOf(long wattHours) {
        return new OfferTerms(priceMinorPerMwh, currency, Math.min(minLotWh, wattHours), validUntil, settlementAgent);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof OfferTerms)) {
            return false;
        }
        OfferTerms terms = (OfferTerms) other;
        return priceMinorPerMwh == terms.priceMinorPerMwh
                && currency.equals(terms.currency)
                && minLotWh == terms.minLotWh
                && validUntil.equals(terms.validUntil)
                && settlementAgent.equals(terms.settlementAgent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(priceMinorPerMwh, currency, minLotWh, validUntil);
    }
}
