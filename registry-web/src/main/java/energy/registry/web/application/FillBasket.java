package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Balance;
import energy.registry.web.model.Basket;
import energy.registry.web.model.BasketLine;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Quote;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Baskets;
import energy.registry.web.port.Certificates;
import java.util.List;
import java.util.Optional;

/** A buyer gathers offers and sees what they cost together now. Nothing is reserved: an offer can be gone before it is bought. */
public final class FillBasket {
    private final Baskets baskets;
    private final Certificates certificates;
    private final Accounts accounts;
    private final BuyCertificates purchases;

    public FillBasket(Baskets baskets, Certificates certificates, Accounts accounts, BuyCertificates purchases) {
        this.baskets = baskets;
        this.certificates = certificates;
        this.accounts = accounts;
        this.purchases = purchases;
    }

    public Outcome<Basket> look(Actor actor) {
        return Permission.missing(actor, Role.BUYER)
                .<Outcome<Basket>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(priced(actor, baskets.of(actor))));
    }

    /** How many offers the basket holds; for the navigation. */
    public int size(Actor actor) {
        return Permission.missing(actor, Role.BUYER).isPresent()
                ? 0
                : baskets.of(actor).size();
    }

    /** Adds the offer, or changes how much of it; quantity 0 stands for all of it. */
    public Outcome<Integer> put(Actor actor, LotItem item) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        List<LotItem> held = baskets.of(actor);
        boolean known = held.stream().anyMatch(line -> line.certificateId().equals(item.certificateId()));
        if (!known && held.size() >= Checks.ITEMS_MAX) {
            return Outcome.refused(Refusal.conflict(
                    "BASKET_IS_FULL",
                    "A basket holds " + Checks.ITEMS_MAX + " offers: buy these first, or remove some."));
        }
        LotItem whole = item.quantityWh() > 0 ? item : all(item.certificateId());
        return purchases.quote(actor, List.of(whole)).map(price -> {
            baskets.put(actor, whole);
            return baskets.of(actor).size();
        });
    }

    private LotItem all(String certificateId) {
        return new LotItem(
                certificateId,
                certificates.find(certificateId).map(row -> row.quantityWh()).orElse(1L));
    }

    public Outcome<Integer> remove(Actor actor, List<String> certificateIds) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        baskets.remove(actor, certificateIds);
        return Outcome.done(baskets.of(actor).size());
    }

    private Basket priced(Actor actor, List<LotItem> items) {
        List<BasketLine> lines = items.stream().map(item -> line(actor, item)).toList();
        String currency = lines.stream()
                .filter(BasketLine::buyable)
                .map(line -> line.offered().offer().currency())
                .findFirst()
                .orElse("EUR");
        List<BasketLine> good = lines.stream().filter(BasketLine::buyable).toList();
        long balance = accounts.balances(actor.organisation()).stream()
                .filter(each -> each.currency().equals(currency))
                .mapToLong(Balance::amountMinor)
                .sum();
        return new Basket(
                lines,
                good.stream().mapToLong(BasketLine::quantityWh).sum(),
                good.stream().mapToLong(BasketLine::priceMinor).sum(),
                currency,
                balance);
    }

    private BasketLine line(Actor actor, LotItem item) {
        Outcome<Quote> quote = purchases.quote(actor, List.of(item));
        return quote.result()
                .map(price -> new BasketLine(
                        item.certificateId(),
                        item.quantityWh(),
                        price.lines().get(0).certificate(),
                        price.totalMinor(),
                        ""))
                .orElseGet(() -> new BasketLine(
                        item.certificateId(),
                        item.quantityWh(),
                        certificates.find(item.certificateId()).orElse(null),
                        0,
                        quote.whyNot().map(Refusal::detail).orElse("")));
    }
}
