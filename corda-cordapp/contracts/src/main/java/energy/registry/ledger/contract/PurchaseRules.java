package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Price;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.OfferTerms;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.SettlementMoney;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Certificates go to the buyer and money to the sellers in one transaction. The offer is the seller's consent, so that
 * only the buyer signs; what a partial purchase leaves stays offered. Each seller's proceeds are a state of their own:
 * purchases from one seller share no state of his.
 */
final class PurchaseRules {
    /** Offers taken in one transaction. */
    static final int ITEMS_MAX = 64;

    private final Purchase command;
    private final Facts facts;

    PurchaseRules(Purchase command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        int items = command.getPieces().size();
        boolean expected = items >= 1
                && items <= ITEMS_MAX
                && before.size() == items
                && facts.hasOnly(
                        items + facts.inputs(SettlementMoney.class).size(),
                        facts.outputs(CertificateState.class).size()
                                + facts.outputs(SettlementMoney.class).size(),
                        1);
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> facts.signedBy(command.getBuyer(), "the buyer"),
                () -> each(before),
                () -> new Freezes(facts).allow(before, command.getBuyer()),
                () -> Pieces.follow(delivered(before), facts.outputs(CertificateState.class)),
                () -> money(before));
    }

    private Verdict each(List<CertificateState> before) {
        for (int i = 0; i < before.size(); i++) {
            Verdict verdict = item(before.get(i), command.getPieces().get(i));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private Verdict item(CertificateState state, SerialRange piece) {
        CertificateBundle bundle = state.certificate();
        OfferTerms terms = state.offer().orElse(null);
        return Verdict.firstOf(
                () -> Rule.CERTIFICATE_IS_OFFERED.holds(
                        state.status() == CertificateStatus.OFFERED, bundle.certificateId() + " is " + state.status()),
                () -> Pieces.canTake(bundle, piece),
                () -> Rule.LOT_IS_LARGE_ENOUGH.holds(
                        piece.quantityWh() >= terms.getMinLotWh() || Pieces.isAll(bundle, piece),
                        piece.quantityWh() + " Wh below " + terms.getMinLotWh() + " Wh"),
                () -> Rule.OFFER_IS_VALID.holds(
                        facts.happensBefore(terms.getValidUntil()), "until " + terms.getValidUntil()),
                () -> Rule.CERTIFICATE_IS_NOT_EXPIRED.holds(
                        facts.happensBefore(
                                Instant.ofEpochSecond(bundle.issuance().tradableUntilEpochSecond())),
                        bundle.certificateId()),
                () -> Rule.BUYER_IS_NOT_SELLER.holds(
                        !state.getOwner().equals(command.getBuyer()), bundle.certificateId()));
    }

    private List<CertificateState> delivered(List<CertificateState> before) {
        List<CertificateState> expected = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            CertificateState state = before.get(i);
            SerialRange piece = command.getPieces().get(i);
            expected.add(Pieces.piece(state, piece).activeOf(command.getBuyer()));
            expected.addAll(Pieces.rests(state, piece));
        }
        return expected;
    }

    private Verdict money(List<CertificateState> before) {
        OfferTerms terms = termsOf(before.get(0));
        MoneyState agreed = new MoneyState(command.getBuyer(), terms.getCurrency(), 0, terms.getSettlementAgent());
        boolean sameTerms = before.stream()
                .map(PurchaseRules::termsOf)
                .allMatch(other -> other.getCurrency().equals(agreed.getCurrency())
                        && other.getSettlementAgent().equals(agreed.getAgent()));
        Map<PublicKey, BigInteger> prices = prices(before);
        BigInteger total = prices.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return Verdict.firstOf(
                () -> Rule.MONEY_IS_OF_AGREED_AGENT.holds(sameTerms, "offers of different currency or agent"),
                () -> new OneBalance(facts)
                        .follows(
                                command.getBuyer(),
                                agreed,
                                total.negate(),
                                Rule.MONEY_IS_OF_AGREED_AGENT,
                                Rule.PRICE_IS_PAID),
                () -> proceeds(prices, agreed));
    }

    /** Each seller gets what is his in a state of its own. */
    private Verdict proceeds(Map<PublicKey, BigInteger> prices, MoneyState agreed) {
        List<ProceedsState> made = facts.outputs(ProceedsState.class);
        prices.values().removeIf(price -> price.signum() == 0);
        boolean distinct = made.stream().map(ProceedsState::getOwner).distinct().count() == made.size();
        for (ProceedsState state : made) {
            BigInteger price = prices.get(state.getOwner());
            String number = ProceedsState.numberOf(command.getRequestId(), command.getBuyer(), state.getOwner());
            Verdict verdict = Verdict.firstOf(
                    () -> Rule.MONEY_IS_OF_AGREED_AGENT.holds(state.isSameMoneyAs(agreed), "proceeds in other money"),
                    () -> Rule.MONEY_IS_CONSERVED.holds(price != null, "money for a stranger"),
                    () -> Rule.PROCEEDS_ARE_THE_SELLERS.holds(
                            state.getProceedsId().equals(number), state.getProceedsId() + " instead of " + number),
                    () -> Rule.PRICE_IS_PAID.holds(
                            BigInteger.valueOf(state.getAmountMinor()).equals(price),
                            state.getAmountMinor() + " instead of " + price));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return Verdict.firstOf(
                () -> Rule.PROCEEDS_ARE_THE_SELLERS.holds(distinct, "two proceeds of one seller"),
                () -> Rule.PROCEEDS_ARE_THE_SELLERS.holds(
                        made.size() == prices.size(), made.size() + " proceeds for " + prices.size() + " sellers"));
    }

    /** What each seller is owed, minor units. */
    private Map<PublicKey, BigInteger> prices(List<CertificateState> before) {
        Map<PublicKey, BigInteger> prices = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            CertificateState state = before.get(i);
            long price = priceMinor(termsOf(state), command.getPieces().get(i).quantityWh());
            prices.merge(state.getOwner(), BigInteger.valueOf(price), BigInteger::add);
        }
        return prices;
    }

    /** Only of certificates that were found offered. */
    private static OfferTerms termsOf(CertificateState state) {
        return state.offer().get();
    }

    private static long priceMinor(OfferTerms terms, long quantityWh) {
        return Price.ofMinorPerMegawattHour(terms.getPriceMinorPerMwh()).of(WattHours.of(quantityWh));
    }
}
