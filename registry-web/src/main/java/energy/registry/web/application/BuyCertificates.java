package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Balance;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseDone;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.Quote;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Ledger;
import energy.registry.web.port.Projection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A buyer sees what offered certificates cost now, and buys them against money in one transaction. */
public final class BuyCertificates {
    private final Certificates certificates;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Freshness freshness;
    private final Clock clock;
    private final SecondPerson secondPerson;
    private final ChangeLog changes;

    public BuyCertificates(
            Certificates certificates, Accounts accounts, Ledger ledger, Projection projection, Clock clock) {
        this(certificates, accounts, ledger, projection, clock, SecondPerson.NEVER, ChangeLog.NONE);
    }

    public BuyCertificates(
            Certificates certificates,
            Accounts accounts,
            Ledger ledger,
            Projection projection,
            Clock clock,
            SecondPerson secondPerson,
            ChangeLog changes) {
        this.secondPerson = secondPerson;
        this.changes = changes;
        this.certificates = certificates;
        this.accounts = accounts;
        this.ledger = ledger;
        this.freshness = new Freshness(projection);
        this.clock = clock;
    }

    /** What the items would cost now; the basis of the page that asks for confirmation. */
    public Outcome<Quote> quote(Actor actor, List<LotItem> items) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER).or(() -> Checks.items(items));
        return refusal.<Outcome<Quote>>map(Outcome::refused).orElseGet(() -> price(actor, items));
    }

    public Outcome<PurchaseDone> buy(Actor actor, PurchaseRequest request) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER)
                .or(() -> wrong(request))
                .or(() -> secondPerson.beforePurchase(actor, request));
        return refusal.<Outcome<PurchaseDone>>map(Outcome::refused).orElseGet(() -> buyAgreed(actor, request));
    }

    /** Buys what the organisation's second person, where one was needed, has agreed to. */
    public Outcome<PurchaseDone> buyAgreed(Actor actor, PurchaseRequest request) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER).or(() -> wrong(request));
        PurchaseRequest scoped = new PurchaseRequest(
                Checks.scopedRequestId(actor, "buy", String.valueOf(request.requestId())),
                request.items(),
                request.maxTotalMinor(),
                request.currency());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        List<CertificateRow> sold = certificates.findAll(
                request.items().stream().map(LotItem::certificateId).toList());
        return freshness
                .after(ledger.buy(actor.organisation(), actor.user(), scoped), PurchaseDone::txId)
                .map(done -> {
                    write(actor, request, sold, done);
                    return done;
                });
    }

    /** One line for each seller, who sees it too. */
    private void write(Actor actor, PurchaseRequest request, List<CertificateRow> sold, PurchaseDone done) {
        Map<String, Long> bySeller = new TreeMap<>();
        for (LotItem item : request.items()) {
            sold.stream()
                    .filter(row -> row.certificateId().equals(item.certificateId()))
                    .findFirst()
                    .ifPresent(row -> bySeller.merge(row.owner(), item.quantityWh(), Long::sum));
        }
        bySeller.forEach((seller, wattHours) -> changes.once(new ChangeLog.Change(
                actor,
                "BOUGHT",
                done.txId(),
                done.txId(),
                seller,
                "Bought " + wattHours + " Wh from " + seller + ", order " + request.requestId() + ".",
                "")));
    }

    private static Optional<Refusal> wrong(PurchaseRequest request) {
        return Checks.requestId(request.requestId())
                .or(() -> Checks.items(request.items()))
                .or(() -> Checks.currency(request.currency()))
                .or(() -> request.maxTotalMinor() > 0
                        ? Optional.empty()
                        : Optional.of(Refusal.invalid(
                                "maxTotalMinor",
                                String.valueOf(request.maxTotalMinor()),
                                "Say the most you will pay in all, in minor units.")));
    }

    private Outcome<Quote> price(Actor actor, List<LotItem> items) {
        Map<String, CertificateRow> known =
                certificates
                        .findAll(items.stream()
                                .map(LotItem::certificateId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CertificateRow::certificateId, Function.identity()));
        List<Quote.Line> lines = new ArrayList<>();
        for (LotItem item : items) {
            Outcome<Quote.Line> line = line(actor, item, known);
            if (line instanceof Outcome.Refused<Quote.Line> refused) {
                return Outcome.refused(refused.refusal());
            }
            line.result().ifPresent(lines::add);
        }
        String currency = lines.get(0).certificate().offer().currency();
        if (lines.stream()
                .anyMatch(line -> !line.certificate().offer().currency().equals(currency))) {
            return Outcome.refused(Refusal.conflict("OFFERS_IN_ONE_CURRENCY", "Buy offers of one currency at a time."));
        }
        long quantityWh = lines.stream().mapToLong(Quote.Line::quantityWh).sum();
        long totalMinor = lines.stream().mapToLong(Quote.Line::priceMinor).sum();
        return Outcome.done(new Quote(lines, quantityWh, totalMinor, currency, balance(actor, currency)));
    }

    private Outcome<Quote.Line> line(Actor actor, LotItem item, Map<String, CertificateRow> known) {
        Optional<CertificateRow> offered = Optional.ofNullable(known.get(item.certificateId()))
                .filter(row -> row.offer() != null && "OFFERED".equals(row.status()))
                .filter(row -> row.offer().validUntil().isAfter(clock.instant()));
        if (offered.isEmpty()) {
            return Outcome.refused(Refusal.conflict(
                    "OFFER_STANDS", "The offer of " + item.certificateId() + " is gone. Choose another one."));
        }
        CertificateRow row = offered.get();
        if (actor.belongsTo(row.owner())) {
            return Outcome.refused(Refusal.conflict("BUYER_IS_NOT_SELLER", "This is your own organisation's offer."));
        }
        return withinLot(row, item.quantityWh());
    }

    private static Outcome<Quote.Line> withinLot(CertificateRow row, long quantityWh) {
        long smallest = Math.min(row.offer().minLotWh(), row.quantityWh());
        if (quantityWh < smallest || quantityWh > row.quantityWh()) {
            return Outcome.refused(Refusal.invalid(
                    "quantityWh",
                    String.valueOf(quantityWh),
                    "Buy from " + smallest + " to " + row.quantityWh() + " Wh of this offer."));
        }
        return Outcome.done(new Quote.Line(row, quantityWh, row.offer().totalMinor(quantityWh)));
    }

    private long balance(Actor actor, String currency) {
        return accounts.balances(actor.organisation()).stream()
                .filter(balance -> balance.currency().equals(currency))
                .mapToLong(Balance::amountMinor)
                .sum();
    }
}
