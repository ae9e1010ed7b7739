package energy.registry.ledger.attack;

import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.ledger.state.OfferTerms;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.TimeWindow;
import net.corda.testing.core.TestIdentity;

/** What may become of a watt-hour: nothing, or what its owner signed, or what its owner had offered and was paid for. */
final class Fates {
    private final Move move;
    private final Truth truth;
    private final Map<String, Sale> sales = new LinkedHashMap<>();

    private Fates(Move move, Truth truth) {
        this.move = move;
        this.truth = truth;
    }

    /** Watt-hours of one seller that go to one buyer under one set of terms. */
    static final class Sale {
        final PublicKey seller;
        final PublicKey buyer;
        final OfferTerms terms;
        final long left;
        long wattHours;

        Sale(PublicKey seller, PublicKey buyer, OfferTerms terms, long left) {
            this.seller = seller;
            this.buyer = buyer;
            this.terms = terms;
            this.left = left;
        }
    }

    /** The sales in a move whose every watt-hour has a fate that it may have. */
    static List<Sale> judge(Move move, Map<String, Wh> before, Map<String, Wh> after, Truth truth) {
        Fates fates = new Fates(move, truth);
        Map<String, Long> offeredBefore = fates.offered(before);
        for (Wh was : before.values()) {
            fates.judge(was, after.get(was.name()), offeredBefore);
        }
        for (Sale sale : fates.sales.values()) {
            Harm.when(
                    sale.wattHours < sale.terms.getMinLotWh() && sale.wattHours < sale.left,
                    "a lot of " + sale.wattHours + " Wh");
        }
        return new ArrayList<>(fates.sales.values());
    }

    private Map<String, Long> offered(Map<String, Wh> before) {
        Map<String, Long> count = new LinkedHashMap<>();
        before.values().stream()
                .filter(wh -> wh.fate == Wh.Fate.OFFERED)
                .forEach(wh -> count.merge(offerOf(wh), 1L, Long::sum));
        return count;
    }

    /** Two offers of one owner for neighbouring watt-hours of one issue with the same terms count as one here. */
    private static String offerOf(Wh wh) {
        return wh.device + "/" + wh.bundle + "/" + wh.owner.hashCode() + "/" + wh.terms.hashCode();
    }

    private void judge(Wh was, Wh is, Map<String, Long> offeredBefore) {
        Harm.when(was.hour != is.hour, was.name() + " changes its hour");
        Harm.when(was.bundle != is.bundle, was.name() + " changes its origin");
        if (unchanged(was, is)) {
            return;
        }
        if (isTakenBack(was, is) || isAnswered(was, is)) {
            return;
        }
        boolean ownerSigned = move.signers.contains(was.owner);
        boolean stays = was.owner.equals(is.owner);
        if (was.fate == Wh.Fate.OFFERED && is.fate == Wh.Fate.ACTIVE && !stays) {
            happensBefore(was.terms.getValidUntil(), was.name() + " sold after the offer's end");
            happensBefore(Instant.ofEpochSecond(was.tradableUntil), was.name() + " sold after its time");
            sales.computeIfAbsent(
                            offerOf(was) + is.owner.hashCode(),
                            any -> new Sale(was.owner, is.owner, was.terms, offeredBefore.get(offerOf(was))))
                    .wattHours++;
            return;
        }
        Harm.when(!ownerSigned, was.name() + " is moved without its owner");
        Harm.when(!stays && is.fate != Wh.Fate.STORED, was.name() + " changes hands without a sale");
        Harm.when(was.fate == Wh.Fate.OFFERED && is.fate != Wh.Fate.ACTIVE, was.name() + " is offered and " + is.fate);
        if (is.fate == Wh.Fate.RETIRED) {
            happensBefore(Instant.ofEpochSecond(was.expires), was.name() + " retired after its time");
        }
        if (is.fate == Wh.Fate.OFFERED || is.fate == Wh.Fate.LEAVING || is.fate == Wh.Fate.STORED) {
            happensBefore(Instant.ofEpochSecond(was.tradableUntil), was.name() + " offered after its time");
        }
    }

    /** Withdrawn by the issuing body, with the regulator where it was sold on; or too old. */
    private boolean isTakenBack(Wh was, Wh is) {
        if (is.fate == Wh.Fate.WITHDRAWN) {
            Harm.when(!isSignedBy(Stage.ISSUER), was.name() + " is withdrawn by a stranger");
            boolean sold = !truth.ownerOf(was.device).equals(was.owner);
            Harm.when(sold && !isSignedBy(Stage.REGULATOR), was.name() + " is withdrawn behind the regulator's back");
            Harm.when(was.fate == Wh.Fate.LEAVING, was.name() + " is withdrawn and may live abroad");
        }
        if (is.fate == Wh.Fate.EXPIRED) {
            TimeWindow window = move.window;
            Instant from = window == null ? null : window.getFromTime();
            Harm.when(from == null || from.isBefore(Instant.ofEpochSecond(was.expires)), was.name() + " expires early");
            Harm.when(was.fate == Wh.Fate.LEAVING, was.name() + " expires and may live abroad");
        }
        return is.fate == Wh.Fate.WITHDRAWN || is.fate == Wh.Fate.EXPIRED;
    }

    /** The other registry took it, or did not. */
    private boolean isAnswered(Wh was, Wh is) {
        if (is.fate == Wh.Fate.EXPORTED) {
            boolean taken = was.fate == Wh.Fate.LEAVING
                    && truth.answered(move, ReceiptKind.ACCEPTED).contains(was.name());
            Harm.when(!taken, was.name() + " is gone and nobody took it");
        }
        if (was.fate == Wh.Fate.LEAVING && is.fate != Wh.Fate.EXPORTED) {
            boolean back = is.fate == Wh.Fate.ACTIVE
                    && was.owner.equals(is.owner)
                    && truth.answered(move, ReceiptKind.REFUSED).contains(was.name());
            Harm.when(!back, was.name() + " moves and may live abroad");
        }
        return was.fate == Wh.Fate.LEAVING;
    }

    private boolean isSignedBy(TestIdentity who) {
        return move.signers.contains(who.getPublicKey());
    }

    private static boolean unchanged(Wh was, Wh is) {
        boolean sameTerms = was.terms == null
                ? is.terms == null
                : is.terms != null
                        && was.terms.forPieceOf(1).equals(is.terms.forPieceOf(1))
                        && is.terms.getMinLotWh() <= was.terms.getMinLotWh();
        return was.owner.equals(is.owner) && was.fate == is.fate && sameTerms;
    }

    private void happensBefore(Instant end, String otherwise) {
        TimeWindow window = move.window;
        Instant until = window == null ? null : window.getUntilTime();
        Harm.when(until == null || until.isAfter(end), otherwise);
    }
}
