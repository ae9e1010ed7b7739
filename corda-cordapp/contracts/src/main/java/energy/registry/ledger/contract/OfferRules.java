package energy.registry.ledger.contract;

import energy.registry.domain.certificate.Price;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.OfferTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The owner locks a piece of an active certificate under his terms; the rest stays active. */
final class OfferRules {
    private final Offer command;
    private final Facts facts;

    OfferRules(Offer command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        List<CertificateState> after = facts.outputs(CertificateState.class);
        boolean expected = facts.hasOnly(1, after.size(), 1)
                && facts.inputs(CertificateState.class).size() == 1
                && !after.isEmpty();
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> offered(facts.inputs(CertificateState.class).get(0), after));
    }

    private Verdict offered(CertificateState before, List<CertificateState> after) {
        OfferTerms terms = after.get(0).offer().orElse(null);
        return Verdict.firstOf(
                () -> facts.signedBy(before.getOwner(), "the owner"),
                () -> Facts.isActive(before),
                () -> Pieces.canTake(before.certificate(), command.getPiece()),
                () -> areComplete(terms, command.getPiece().quantityWh()),
                () -> facts.eachIsTradable(Collections.singletonList(before)),
                () -> Rule.OFFER_IS_VALID.holds(
                        facts.happensBefore(terms.getValidUntil()), "until " + terms.getValidUntil()),
                () -> new Freezes(facts).allow(Collections.singletonList(before)),
                () -> Pieces.follow(consequence(before, terms), after));
    }

    private List<CertificateState> consequence(CertificateState before, OfferTerms terms) {
        List<CertificateState> expected = new ArrayList<>(2);
        expected.add(Pieces.piece(before, command.getPiece()).lockedUnder(terms));
        expected.addAll(Pieces.rests(before, command.getPiece()));
        return expected;
    }

    private static Verdict areComplete(OfferTerms terms, long quantityWh) {
        if (terms == null) {
            return Rule.OFFER_IS_COMPLETE.isBrokenBy("no terms");
        }
        long price = terms.getPriceMinorPerMwh();
        return Verdict.firstOf(
                () -> Rule.OFFER_IS_COMPLETE.holds(price >= 0 && price <= Price.MINOR_PER_MWH_MAX, "price " + price),
                () -> Rule.OFFER_IS_COMPLETE.holds(
                        terms.getCurrency().matches("[A-Z]{3}"), "currency '" + terms.getCurrency() + "'"),
                () -> Rule.OFFER_IS_COMPLETE.holds(
                        terms.getMinLotWh() >= 1 && terms.getMinLotWh() <= quantityWh,
                        "minimum lot " + terms.getMinLotWh() + " of " + quantityWh + " Wh"));
    }
}
