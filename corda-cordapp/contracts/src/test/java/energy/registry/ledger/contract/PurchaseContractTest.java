package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Draft.STRANGER;
import static energy.registry.ledger.contract.Scene.TERMS;
import static energy.registry.ledger.contract.Scene.after;
import static energy.registry.ledger.contract.Scene.certificate;
import static energy.registry.ledger.contract.Scene.control;
import static energy.registry.ledger.contract.Scene.earned;
import static energy.registry.ledger.contract.Scene.first;
import static energy.registry.ledger.contract.Scene.money;
import static java.util.Collections.singletonList;

import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.OfferTerms;
import energy.registry.ledger.state.ProceedsState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import net.corda.core.contracts.TimeWindow;
import org.junit.jupiter.api.Test;

/** 400,001 Wh at 4,250 a MWh cost 1,700.004..., rounded up 1,701. */
class PurchaseContractTest {
    private static final CertificateState OFFER = certificate().lockedUnder(TERMS);
    private static final CertificateState BOUGHT = first(OFFER, 400_001).activeOf(BUYER.getPublicKey());
    private static final CertificateState REST = after(OFFER, 400_001);
    private static final Draft LAWFUL = Draft.of(purchase(400_001), BUYER)
            .in(OFFER, money(BUYER, 10_000))
            .out(BOUGHT, REST, money(BUYER, 8_299), proceeds(1_701))
            .referring(control());

    private static ProceedsState proceeds(long amountMinor) {
        return earned(SELLER, ProceedsState.numberOf("p", BUYER.getPublicKey(), SELLER.getPublicKey()), amountMinor);
    }

    private static Purchase purchase(long quantityWh) {
        return new Purchase("p", BUYER.getPublicKey(), singletonList(new SerialRange(0, quantityWh)));
    }

    @Test
    void theSellerNeedNotSign() {
        LAWFUL.isLawful();
    }

    @Test
    void theBuyersOwnProceedsPayToo() {
        LAWFUL.tweak(draft -> {
                    draft.in(earned(BUYER, "PR-1", 30));
                    draft.outputs.set(2, money(BUYER, 8_329));
                })
                .isLawful();
    }

    @Test
    void nobodyElsesMoneyIsTouched() {
        LAWFUL.tweak(draft -> {
                    draft.in(money(SELLER, 5));
                    draft.outputs.set(2, money(BUYER, 8_304));
                })
                .breaks(Rule.MONEY_IS_CONSERVED);
        LAWFUL.tweak(draft -> draft.in(earned(SELLER, "PR-1", 5))).breaks(Rule.MONEY_IS_CONSERVED);
    }

    @Test
    void eachSellerGetsOneStateOfProceedsUnderThePurchasesNumber() {
        LAWFUL.output(3, earned(SELLER, "PR-1", 1_701)).breaks(Rule.PROCEEDS_ARE_THE_SELLERS);
        LAWFUL.tweak(draft -> draft.out(proceeds(1_701))).breaks(Rule.PROCEEDS_ARE_THE_SELLERS);
        LAWFUL.tweak(draft -> draft.outputs.remove(3)).breaks(Rule.PROCEEDS_ARE_THE_SELLERS);
        LAWFUL.output(3, money(SELLER, 1_701)).breaks(Rule.MONEY_HAS_ONE_BALANCE);
    }

    @Test
    void theBuyerSigns() {
        LAWFUL.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
    }

    @Test
    void whatIsNotOfferedIsNotTaken() {
        LAWFUL.input(0, certificate()).breaks(Rule.CERTIFICATE_IS_OFFERED);
    }

    @Test
    void thePriceIsPaidInFull() {
        LAWFUL.tweak(draft -> {
                    draft.outputs.set(2, money(BUYER, 8_300));
                    draft.outputs.set(3, proceeds(1_700));
                })
                .breaks(Rule.PRICE_IS_PAID);
        LAWFUL.output(3, proceeds(1_700)).breaks(Rule.PRICE_IS_PAID);
        LAWFUL.output(3, proceeds(1_702)).breaks(Rule.PRICE_IS_PAID);
        LAWFUL.output(2, money(BUYER, 8_300)).breaks(Rule.PRICE_IS_PAID);
        LAWFUL.output(2, money(BUYER, 8_298)).breaks(Rule.PRICE_IS_PAID);
    }

    @Test
    void nobodyPaysWhatHeDoesNotHave() {
        LAWFUL.tweak(draft -> {
                    draft.inputs.set(1, money(BUYER, 1_700));
                    draft.outputs.set(2, money(BUYER, -1));
                })
                .breaks(Rule.MONEY_IS_POSITIVE);
    }

    @Test
    void moneyDoesNotGoToStrangers() {
        LAWFUL.output(3, earned(STRANGER, "PR-1", 1_701)).breaks(Rule.MONEY_IS_CONSERVED);
        LAWFUL.output(2, money(STRANGER, 8_299)).breaks(Rule.MONEY_IS_CONSERVED);
        LAWFUL.tweak(draft -> draft.out(money(STRANGER, 1))).breaks(Rule.MONEY_HAS_ONE_BALANCE);
    }

    @Test
    void onlyTheAgreedMoneyCounts() {
        MoneyState own = new MoneyState(BUYER.getPublicKey(), "EUR", 10_000, BUYER.getParty());
        MoneyState dollars = new MoneyState(BUYER.getPublicKey(), "USD", 10_000, Draft.ISSUER.getParty());
        LAWFUL.input(1, own).breaks(Rule.MONEY_IS_OF_AGREED_AGENT);
        LAWFUL.input(1, dollars).breaks(Rule.MONEY_IS_OF_AGREED_AGENT);
        ProceedsState paper = new ProceedsState(
                proceeds(1_701).getProceedsId(), SELLER.getPublicKey(), "EUR", 1_701, BUYER.getParty());
        LAWFUL.output(3, paper).breaks(Rule.MONEY_IS_OF_AGREED_AGENT);
    }

    @Test
    void aPartialPurchaseTakesTheMinimumLot() {
        LAWFUL.commanding(purchase(99_999)).breaks(Rule.LOT_IS_LARGE_ENOUGH);
    }

    @Test
    void quantityLiesWithinTheOffer() {
        LAWFUL.commanding(purchase(700_001)).breaks(Rule.QUANTITY_IS_POSITIVE);
    }

    @Test
    void theRestStaysOfferedUnderTheSameTerms() {
        OfferTerms cheaper = new OfferTerms(1, "EUR", 100_000, TERMS.getValidUntil(), Draft.ISSUER.getParty());
        LAWFUL.output(1, REST.lockedUnder(cheaper)).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
        LAWFUL.output(1, REST.activeOf(SELLER.getPublicKey())).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
        LAWFUL.output(1, REST.activeOf(BUYER.getPublicKey())).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
    }

    @Test
    void theBuyerGetsExactlyWhatHePaysFor() {
        LAWFUL.output(0, first(OFFER, 400_002).activeOf(BUYER.getPublicKey())).breaks(Rule.ENERGY_IS_CONSERVED);
        LAWFUL.output(0, BOUGHT.activeOf(STRANGER.getPublicKey())).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
        LAWFUL.output(0, BOUGHT.lockedUnder(TERMS)).breaks(Rule.OWNERSHIP_FOLLOWS_COMMAND);
    }

    @Test
    void anEndedOfferIsNotTaken() {
        Instant end = TERMS.getValidUntil();
        LAWFUL.tweak(draft -> draft.window = TimeWindow.withTolerance(end, Duration.ofSeconds(30)))
                .breaks(Rule.OFFER_IS_VALID);
    }

    @Test
    void nobodyBuysFromHimself() {
        CertificateState own = OFFER.activeOf(BUYER.getPublicKey()).lockedUnder(TERMS);
        LAWFUL.input(0, own).breaks(Rule.BUYER_IS_NOT_SELLER);
    }

    @Test
    void aCertificateMoreThanPaidForIsNotSlippedIn() {
        LAWFUL.tweak(draft -> draft.in(certificate())).breaks(Rule.STATES_ARE_EXPECTED);
    }

    @Test
    void theMinimumLotItselfMayBeTaken() {
        LAWFUL.commanding(purchase(100_000))
                .output(0, first(OFFER, 100_000).activeOf(BUYER.getPublicKey()))
                .output(1, after(OFFER, 100_000))
                .output(2, money(BUYER, 9_575))
                .output(3, proceeds(425))
                .isLawful();
    }

    @Test
    void whatIsLessThanTheMinimumLotIsTakenWhole() {
        CertificateState small = first(certificate(), 50_000).lockedUnder(TERMS);
        Draft whole = Draft.of(purchase(50_000), BUYER)
                .in(small, money(BUYER, 1_000))
                .out(small.activeOf(BUYER.getPublicKey()), money(BUYER, 787), proceeds(213))
                .referring(control());
        whole.isLawful();
        whole.commanding(purchase(49_999)).breaks(Rule.LOT_IS_LARGE_ENOUGH);
        whole.commanding(new Purchase("p", BUYER.getPublicKey(), singletonList(new SerialRange(1, 50_000))))
                .breaks(Rule.LOT_IS_LARGE_ENOUGH);
    }

    @Test
    void aPieceFromTheMiddleCostsItsOwnQuantity() {
        SerialRange middle = new SerialRange(100_000, 500_000);
        Draft.of(new Purchase("p", BUYER.getPublicKey(), singletonList(middle)), BUYER)
                .in(OFFER, money(BUYER, 10_000))
                .out(Pieces.piece(OFFER, middle).activeOf(BUYER.getPublicKey()))
                .out(Pieces.rests(OFFER, middle).toArray(new CertificateState[0]))
                .out(money(BUYER, 8_300), proceeds(1_700))
                .referring(control())
                .isLawful();
    }

    @Test
    void offersOfOnePurchaseAreForTheSameMoney() {
        buyingTwo(TERMS).isLawful();
        buyingTwo(new OfferTerms(4_250, "USD", 100_000, TERMS.getValidUntil(), TERMS.getSettlementAgent()))
                .breaks(Rule.MONEY_IS_OF_AGREED_AGENT);
        buyingTwo(new OfferTerms(4_250, "EUR", 100_000, TERMS.getValidUntil(), Draft.MARKET.getParty()))
                .breaks(Rule.MONEY_IS_OF_AGREED_AGENT);
    }

    private static Draft buyingTwo(OfferTerms second) {
        CertificateState one = first(certificate(), 350_000).lockedUnder(TERMS);
        CertificateState two = after(certificate(), 350_000).lockedUnder(second);
        SerialRange[] all = {new SerialRange(0, 350_000), new SerialRange(350_000, 700_000)};
        return Draft.of(new Purchase("p", BUYER.getPublicKey(), Arrays.asList(all)), BUYER)
                .in(one, two, money(BUYER, 10_000))
                .out(one.activeOf(BUYER.getPublicKey()), two.activeOf(BUYER.getPublicKey()))
                .out(money(BUYER, 7_024), proceeds(2_976))
                .referring(control());
    }
}
