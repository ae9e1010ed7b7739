package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Scene.TERMS;
import static energy.registry.ledger.contract.Scene.after;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.first;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Price;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.OfferTerms;
import java.time.Instant;
import net.corda.core.contracts.TimeWindow;
import org.junit.jupiter.api.Test;

class OfferContractTest {
    private static final Draft LAWFUL = Draft.of(new Offer("o", new SerialRange(0, 500_000)), SELLER)
            .in(certificate())
            .out(first(certificate(), 500_000).lockedUnder(TERMS), after(certificate(), 500_000))
            .referring(control());

    private static final Draft CANCELLED = Draft.of(new CancelOffer("c"), SELLER)
            .in(certificate().lockedUnder(TERMS))
            .out(certificate())
            .referring(control());

    @Test
    void aPartIsOfferedAndTheRestStaysActive() {
        LAWFUL.isLawful();
    }

    @Test
    void anOfferIsTakenBack() {
        CANCELLED.isLawful();
    }

    @Test
    void onlyTheOwnerOffers() {
        LAWFUL.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        CANCELLED.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
    }

    @Test
    void anOfferedCertificateIsNotOfferedAgain() {
        LAWFUL.input(0, certificate().lockedUnder(TERMS)).breaks(Rule.CERTIFICATE_IS_ACTIVE);
    }

    @Test
    void onlyAnOfferIsTakenBack() {
        CANCELLED.input(0, certificate()).breaks(Rule.CERTIFICATE_IS_OFFERED);
    }

    @Test
    void energyIsNotAddedNorLost() {
        LAWFUL.output(1, after(certificate(), 499_999)).breaks(Rule.ENERGY_IS_CONSERVED);
        LAWFUL.output(1, after(certificate(), 500_001)).breaks(Rule.ENERGY_IS_CONSERVED);
        LAWFUL.tweak(draft -> draft.outputs.remove(1)).breaks(Rule.ENERGY_IS_CONSERVED);
        LAWFUL.tweak(draft -> draft.out(after(certificate(), 500_000))).breaks(Rule.ENERGY_IS_CONSERVED);
    }

    @Test
    void theHourOfEachWattHourIsKept() {
        CertificateBundle bundle = after(certificate(), 500_000).certificate();
        CertificateBundle earlier =
                CertificateBundle.of(bundle.issuance(), bundle.period().startEpochSecond() - 900, 900, new long[] {
                    bundle.serialFromWh(), bundle.serialToWh()
                });
        LAWFUL.output(1, certificate().withBundle(earlier)).breaks(Rule.IDENTITY_IS_KEPT);
    }

    @Test
    void theRestDoesNotChangeHands() {
        LAWFUL.output(1, after(certificate(), 500_000).activeOf(BUYER.getPublicKey()))
                .breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
    }

    @Test
    void quantityLiesWithinTheCertificate() {
        LAWFUL.commanding(new Offer("o", new SerialRange(0, 0))).breaks(Rule.QUANTITY_IS_POSITIVE);
        LAWFUL.commanding(new Offer("o", new SerialRange(0, 700_001))).breaks(Rule.QUANTITY_IS_POSITIVE);
    }

    @Test
    void termsAreComplete() {
        LAWFUL.output(0, first(certificate(), 500_000)).breaks(Rule.OFFER_IS_COMPLETE);
        LAWFUL.output(0, offered(terms(-1, "EUR", 1))).breaks(Rule.OFFER_IS_COMPLETE);
        LAWFUL.output(0, offered(terms(1, "euro", 1))).breaks(Rule.OFFER_IS_COMPLETE);
        LAWFUL.output(0, offered(terms(1, "EUR", 500_001))).breaks(Rule.OFFER_IS_COMPLETE);
    }

    @Test
    void anOfferEndsInTheFuture() {
        OfferTerms past = new OfferTerms(1, "EUR", 1, Draft.NOW, Draft.ISSUER.getParty());
        LAWFUL.output(0, offered(past)).breaks(Rule.OFFER_IS_VALID);
        LAWFUL.tweak(draft -> draft.window = TimeWindow.fromOnly(Draft.NOW)).breaks(Rule.CERTIFICATE_IS_NOT_EXPIRED);
    }

    @Test
    void anOldCertificateIsNotTraded() {
        Instant late = Instant.ofEpochSecond(Scene.BUNDLE.issuance().tradableUntilEpochSecond());
        LAWFUL.tweak(draft -> draft.window = TimeWindow.between(late.minusSeconds(1), late.plusSeconds(1)))
                .breaks(Rule.CERTIFICATE_IS_NOT_EXPIRED);
    }

    @Test
    void aTransactionHasOneKnownCommand() {
        LAWFUL.tweak(draft -> draft.commands.add(new CancelOffer("c"))).breaks(Rule.COMMAND_IS_KNOWN);
        LAWFUL.commanding(new Unknown("u")).breaks(Rule.COMMAND_IS_KNOWN);
    }

    @Test
    void nothingElseTakesPart() {
        LAWFUL.tweak(draft -> draft.in(Scene.money(SELLER, 1))).breaks(Rule.STATES_ARE_EXPECTED);
        CANCELLED.tweak(draft -> draft.out(Scene.money(SELLER, 1))).breaks(Rule.STATES_ARE_EXPECTED);
    }

    private static OfferTerms terms(long price, String currency, long minLot) {
        return new OfferTerms(price, currency, minLot, TERMS.getValidUntil(), Draft.ISSUER.getParty());
    }

    private static CertificateState offered(OfferTerms terms) {
        return first(certificate(), 500_000).lockedUnder(terms);
    }

    /** A command of a stranger's jar. */
    public static final class Unknown implements RegistryCommand {
        private final String requestId;

        public Unknown(String requestId) {
            this.requestId = requestId;
        }

        @Override
        public String getRequestId() {
            return requestId;
        }
    }

    @Test
    void aPriceAndALotMayBeAsSmallAndAsLargeAsTheyCanBe() {
        LAWFUL.output(0, offered(terms(0, "EUR", 1))).isLawful();
        LAWFUL.output(0, offered(terms(Price.MINOR_PER_MWH_MAX, "EUR", 500_000)))
                .isLawful();
        LAWFUL.output(0, offered(terms(Price.MINOR_PER_MWH_MAX + 1, "EUR", 1))).breaks(Rule.OFFER_IS_COMPLETE);
        LAWFUL.output(0, offered(terms(1, "EUR", 0))).breaks(Rule.OFFER_IS_COMPLETE);
    }

    @Test
    void bytesThatAreNoCertificateAreNotMade() {
        CANCELLED
                .output(0, new CertificateState(new byte[] {1}, SELLER.getPublicKey(), Draft.ISSUER.getParty(), null))
                .breaks(Rule.CERTIFICATE_IS_CANONICAL);
    }

    @Test
    void aRefusalSaysWhichSerialsItIsAbout() {
        Draft tooMuch = LAWFUL.commanding(new Offer("o", new SerialRange(5, 700_001)));
        assertThat(tooMuch.contractsVerdict().toString()).contains("5-700001");
    }
}
