package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.OrderPlan;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Quote;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Certificates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A buyer says how much of what; the cheapest offers that fit are put together, ready to be bought in one transaction. */
public final class OrderCertificates {
    /** Offers looked at for one order: cheapest first, so that only lots too large for the rest are skipped. */
    private static final int LOOKED_AT_MAX = 1_000;

    /** Offers read at a time: more than most orders take. */
    private static final int LOOKED_AT_ONCE = 100;

    private final Certificates certificates;
    private final BuyCertificates purchases;

    public OrderCertificates(Certificates certificates, BuyCertificates purchases) {
        this.certificates = certificates;
        this.purchases = purchases;
    }

    /** The plan; its quote is null when no offer fits. */
    public Outcome<OrderPlan> plan(Actor actor, MarketFilter filter, long quantityWh) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (quantityWh <= 0) {
            return Outcome.refused(
                    Refusal.invalid("quantityWh", String.valueOf(quantityWh), "Ask for more than 0 Wh."));
        }
        List<LotItem> items = fill(actor, filter.cheapestFirst(), quantityWh);
        if (items.isEmpty()) {
            return Outcome.done(new OrderPlan(quantityWh, null));
        }
        Outcome<Quote> quote = purchases.quote(actor, items);
        return quote.map(price -> new OrderPlan(quantityWh, price));
    }

    private List<LotItem> fill(Actor actor, MarketFilter filter, long quantityWh) {
        List<LotItem> items = new ArrayList<>();
        long missing = quantityWh;
        String currency = "";
        Slice<CertificateRow> offers = certificates.offered(filter, Window.first(LOOKED_AT_ONCE));
        for (int seen = 0; seen < LOOKED_AT_MAX; seen += LOOKED_AT_ONCE) {
            for (CertificateRow offer : offers.items()) {
                if (missing == 0 || items.size() == Checks.ITEMS_MAX) {
                    return items;
                }
                boolean otherMoney =
                        !currency.isEmpty() && !currency.equals(offer.offer().currency());
                long take = Math.min(missing, offer.quantityWh());
                if (otherMoney || actor.belongsTo(offer.owner()) || take < smallest(offer)) {
                    continue;
                }
                currency = offer.offer().currency();
                items.add(new LotItem(offer.certificateId(), take));
                missing -= take;
            }
            if (missing == 0 || items.size() == Checks.ITEMS_MAX || !offers.hasNext()) {
                return items;
            }
            offers = certificates.offered(filter, new Window(offers.next(), LOOKED_AT_ONCE));
        }
        return items;
    }

    private static long smallest(CertificateRow offer) {
        return Math.min(offer.offer().minLotWh(), offer.quantityWh());
    }
}
