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
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Certificates go to the buyer and money to the sellers in one transaction. The offer is the seller's consent, so that
 * only the buyer signs; what a partial purchase leaves stays offered.
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
        List<MoneyState> moneyBefore = facts.inputs(MoneyState.class);
        int items = command.getPieces().size();
        boolean expected = items >= 1
                && items <= ITEMS_MAX
                && before.size() == items
                && facts.hasOnly(
                        items + moneyBefore.size(),
                        facts.outputs(CertificateState.class).size()
                                + facts.outputs(MoneyState.class).size(),
                        1);
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> facts.signedBy(command.getBuyer(), "the buyer"),
                () -> each(before),
                () -> new Freezes(facts).allow(before, command.getBuyer()),
                () -> Pieces.follow(delivered(before), facts.outputs(CertificateState.class)),
                () -> money(before, moneyBefore));
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

    private Verdict money(List<CertificateState> before, List<MoneyState> moneyBefore) {
        OfferTerms terms = termsOf(before.get(0));
        List<MoneyState> after = facts.outputs(MoneyState.class);
        MoneyState agreed = new MoneyState(command.getBuyer(), terms.getCurrency(), 0, terms.getSettlementAgent());
        boolean sameTerms = before.stream()
                .map(PurchaseRules::termsOf)
                .allMatch(other -> other.getCurrency().equals(agreed.getCurrency())
                        && other.getSettlementAgent().equals(agreed.getAgent()));
        boolean sameMoney = moneyBefore.stream().allMatch(state -> state.isSameMoneyAs(agreed))
                && after.stream().allMatch(state -> state.isSameMoneyAs(agreed));
        Map<PublicKey, BigInteger> expected = balances(before, moneyBefore);
        return Verdict.firstOf(
                () -> Rule.MONEY_IS_OF_AGREED_AGENT.holds(sameTerms, "offers of different currency or agent"),
                () -> Rule.MONEY_IS_OF_AGREED_AGENT.holds(sameMoney, "other money"),
                () -> Rule.MONEY_HAS_ONE_BALANCE.holds(
                        after.size() == expected.size(), after.size() + " balances, expected " + expected.size()),
                () -> paid(expected, after));
    }

    private static Verdict paid(Map<PublicKey, BigInteger> expected, List<MoneyState> after) {
        for (MoneyState state : after) {
            BigInteger balance = expected.get(state.getOwner());
            Verdict verdict = Verdict.firstOf(
                    () -> Rule.MONEY_IS_CONSERVED.holds(balance != null, "money for a stranger"),
                    () -> Rule.MONEY_IS_POSITIVE.holds(state.getAmountMinor() >= 0, "balance " + balance),
                    () -> Rule.PRICE_IS_PAID.holds(
                            balance.equals(BigInteger.valueOf(state.getAmountMinor())),
                            state.getAmountMinor() + " instead of " + balance));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        boolean distinct = after.stream().map(MoneyState::getOwner).distinct().count() == after.size();
        return Rule.MONEY_HAS_ONE_BALANCE.holds(distinct, "two balances of one owner");
    }

    /** Balances by owner after the purchase: strangers' money among the inputs has to come out unchanged. */
    private Map<PublicKey, BigInteger> balances(List<CertificateState> before, List<MoneyState> moneyBefore) {
        Map<PublicKey, BigInteger> balances = new LinkedHashMap<>();
        for (MoneyState state : moneyBefore) {
            balances.merge(state.getOwner(), BigInteger.valueOf(state.getAmountMinor()), BigInteger::add);
        }
        for (int i = 0; i < before.size(); i++) {
            CertificateState state = before.get(i);
            BigInteger price = BigInteger.valueOf(
                    priceMinor(termsOf(state), command.getPieces().get(i).quantityWh()));
            balances.merge(state.getOwner(), price, BigInteger::add);
            balances.merge(command.getBuyer(), price.negate(), BigInteger::add);
        }
        return balances;
    }

    /** Only of certificates that were found offered. */
    private static OfferTerms termsOf(CertificateState state) {
        return state.offer().get();
    }

    private static long priceMinor(OfferTerms terms, long quantityWh) {
        return Price.ofMinorPerMegawattHour(terms.getPriceMinorPerMwh()).of(WattHours.of(quantityWh));
    }
}
