package energy.registry.web.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.AccessDenied;
import energy.registry.web.model.Actor;
import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.OrderPlan;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Role;
import energy.registry.web.model.TransferEnd;
import energy.registry.web.model.TransferRequest;
import energy.registry.web.model.Window;
import energy.registry.web.port.Baskets;
import energy.registry.web.port.Beneficiaries;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Baskets, orders, transfers and address books: who may do what, and what is refused. */
final class BuyersTest {
    private static final Actor GRETA = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
    private static final Actor SAM = new Actor("sam", "solarfeld-sued", Set.of(Role.GENERATOR));
    private static final Actor BRUNO = new Actor("bruno", "acme", Set.of(Role.BUYER));
    private static final Actor BEA = new Actor("bea", "globex", Set.of(Role.BUYER));
    private static final Actor RITA = new Actor("rita", "regulator", Set.of(Role.REGULATOR));
    private static final Beneficiary ACME = new Beneficiary("Acme Works", "", "DE", "Kiel");

    private final MemoryRegistry registry = new MemoryRegistry();
    private final MemoryServices services = new MemoryServices();
    private final Clock clock = Clock.fixed(MemoryRegistry.NOW, ZoneOffset.UTC);
    private final BuyCertificates purchases =
            new BuyCertificates(registry.certificates(), registry.accounts(), services, registry.projection(), clock);
    private final OrderCertificates orders = new OrderCertificates(registry.certificates(), purchases);
    private final FillBasket basket =
            new FillBasket(new MemoryBaskets(), registry.certificates(), registry.accounts(), purchases);
    private final List<ChangeLog.Change> changes = new ArrayList<>();
    private final TransferCertificates transfers = new TransferCertificates(
            registry.transfers(),
            registry.certificates(),
            registry.accounts(),
            services,
            registry.projection(),
            clock,
            changes::add);
    private final AddressBook book = new AddressBook(new MemoryBeneficiaries(), () -> "b1");

    /** Baskets by user. */
    private static final class MemoryBaskets implements Baskets {
        private final Map<Actor, Map<String, LotItem>> held = new LinkedHashMap<>();

        @Override
        public List<LotItem> of(Actor actor) {
            return List.copyOf(held.getOrDefault(actor, Map.of()).values());
        }

        @Override
        public void put(Actor actor, LotItem item) {
            held.computeIfAbsent(actor, who -> new LinkedHashMap<>()).put(item.certificateId(), item);
        }

        @Override
        public void remove(Actor actor, List<String> certificateIds) {
            certificateIds.forEach(held.getOrDefault(actor, new LinkedHashMap<>())::remove);
        }
    }

    /** Address books by organisation. */
    private static final class MemoryBeneficiaries implements Beneficiaries {
        private final Map<String, List<AddressBookEntry>> held = new LinkedHashMap<>();

        @Override
        public List<AddressBookEntry> of(String organisation) {
            return held.getOrDefault(organisation, List.of());
        }

        @Override
        public void add(String organisation, String user, String beneficiaryId, Beneficiary beneficiary) {
            held.computeIfAbsent(organisation, who -> new ArrayList<>())
                    .add(new AddressBookEntry(beneficiaryId, beneficiary));
        }

        @Override
        public boolean remove(String organisation, String user, String beneficiaryId) {
            return held.getOrDefault(organisation, new ArrayList<>())
                    .removeIf(entry -> entry.beneficiaryId().equals(beneficiaryId));
        }
    }

    private static Refusal.Kind kind(Outcome<?> outcome) {
        return outcome.whyNot().orElseThrow().kind();
    }

    @Test
    void anOrderTakesNoMoreThanItWasAskedFor() {
        OrderPlan plan = orders.plan(BRUNO, MarketFilter.ALL, 400_000).result().orElseThrow();
        assertThat(plan.quote().quantityWh()).isEqualTo(400_000);
        assertThat(plan.quote().totalMinor()).isEqualTo(1_700);
        assertThat(plan.averageMinorPerMwh()).isEqualTo(4_250);
        assertThat(plan.missingWh()).isZero();
    }

    @Test
    void anOrderSaysWhatIsMissing() {
        OrderPlan plan =
                orders.plan(BRUNO, MarketFilter.ALL, 3_000_000).result().orElseThrow();
        assertThat(plan.missingWh()).isEqualTo(2_000_000);
        OrderPlan tooSmall = orders.plan(BRUNO, MarketFilter.ALL, 999).result().orElseThrow();
        assertThat(tooSmall.quote()).as("the lot is larger").isNull();
    }

    @Test
    void onlyABuyerOrders() {
        assertThat(kind(orders.plan(GRETA, MarketFilter.ALL, 1_000))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(orders.plan(RITA, MarketFilter.ALL, 1_000))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(orders.plan(BRUNO, MarketFilter.ALL, 0))).isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void aBasketIsItsUsersAndHoldsOnlyWhatCanBeBought() {
        assertThat(basket.put(BRUNO, new LotItem(MemoryRegistry.OFFERED, 0)).isDone())
                .isTrue();
        assertThat(basket.look(BRUNO).result().orElseThrow().totalMinor()).isEqualTo(4_250);
        assertThat(basket.look(BEA).result().orElseThrow().isEmpty()).isTrue();
        assertThat(kind(basket.put(BRUNO, new LotItem(MemoryRegistry.LIVE, 0)))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(kind(basket.put(GRETA, new LotItem(MemoryRegistry.OFFERED, 0))))
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        basket.remove(BRUNO, List.of(MemoryRegistry.OFFERED));
        assertThat(basket.size(BRUNO)).isZero();
    }

    private TransferRequest transfer(String certificateId, String receiver, Duration ahead) {
        return new TransferRequest(
                "r1", List.of(new LotItem(certificateId, 1_000)), receiver, MemoryRegistry.NOW.plus(ahead), "");
    }

    @Test
    void onlyTheOwnerProposesATransferAndOnlyForThreeDays() {
        Duration day = Duration.ofDays(1);
        assertThat(transfers
                        .propose(GRETA, transfer(MemoryRegistry.LIVE, "acme", day))
                        .isDone())
                .isTrue();
        assertThat(kind(transfers.propose(SAM, transfer(MemoryRegistry.LIVE, "acme", day))))
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(kind(transfers.propose(RITA, transfer(MemoryRegistry.LIVE, "acme", day))))
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(transfers.propose(GRETA, transfer(MemoryRegistry.LIVE, "windpark-nord", day))))
                .isEqualTo(Refusal.Kind.INVALID);
        assertThat(kind(transfers.propose(GRETA, transfer(MemoryRegistry.LIVE, "acme", Duration.ofHours(73)))))
                .isEqualTo(Refusal.Kind.INVALID);
        assertThat(services.commands).containsExactly("transfer by windpark-nord");
    }

    @Test
    void theReceiverAnswersAndTheSenderRecalls() {
        assertThat(transfers
                        .end(BRUNO, "r", MemoryRegistry.TRANSFER, TransferEnd.ACCEPT, "")
                        .isDone())
                .isTrue();
        assertThat(transfers
                        .end(GRETA, "r", MemoryRegistry.TRANSFER, TransferEnd.RECALL, "")
                        .isDone())
                .isTrue();
        assertThat(kind(transfers.end(GRETA, "r", MemoryRegistry.TRANSFER, TransferEnd.ACCEPT, "")))
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(kind(transfers.end(BRUNO, "r", MemoryRegistry.TRANSFER, TransferEnd.RECALL, "")))
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(kind(transfers.end(BRUNO, "r", MemoryRegistry.TRANSFER, TransferEnd.REJECT, "")))
                .as("a rejection says why")
                .isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void aTransferIsSeenByItsTwoSidesAndOverseers() {
        assertThat(List.of(GRETA, BRUNO, RITA))
                .allMatch(
                        actor -> transfers.find(actor, MemoryRegistry.TRANSFER).isPresent());
        assertThat(List.of(SAM, BEA))
                .noneMatch(
                        actor -> transfers.find(actor, MemoryRegistry.TRANSFER).isPresent());
        assertThat(transfers.list(BEA, Window.first(10)).isEmpty()).isTrue();
    }

    @Test
    void anAddressBookIsItsOrganisations() {
        assertThat(book.add(BRUNO, ACME).isDone()).isTrue();
        assertThat(book.add(BRUNO, ACME).isDone()).as("again").isTrue();
        assertThat(book.list(BRUNO)).hasSize(1);
        assertThat(book.list(BEA)).isEmpty();
        assertThat(kind(book.remove(BEA, "b1"))).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(kind(book.add(RITA, ACME))).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(kind(book.add(BRUNO, new Beneficiary("", "", "DE", "")))).isEqualTo(Refusal.Kind.INVALID);
        assertThat(book.remove(BRUNO, "b1").isDone()).isTrue();
    }

    @Test
    void aVisitorSeesNothingOfAll() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> book.list(Actor.VISITOR))
                .isInstanceOf(AccessDenied.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> transfers.list(Actor.VISITOR, Window.first(1)))
                .isInstanceOf(AccessDenied.class);
        assertThat(basket.look(Actor.VISITOR).isDone()).isFalse();
    }

    @Test
    void buyingRetiringAndOfferingAreWrittenDownWithWhoAndWhy() {
        Actor bruno = new Actor("bruno", "acme", Set.of(Role.BUYER));
        Actor greta = new Actor("greta", MemoryRegistry.OWNER, Set.of(Role.GENERATOR));
        BuyCertificates buy = new BuyCertificates(
                registry.certificates(),
                registry.accounts(),
                services,
                registry.projection(),
                clock,
                SecondPerson.NEVER,
                changes::add);
        buy.buy(bruno, new PurchaseRequest("p1", List.of(new LotItem(MemoryRegistry.OFFERED, 500_000)), 5_000, "EUR"));
        new OfferCertificates(registry.certificates(), services, registry.projection(), clock, changes::add)
                .cancel(greta, "c1", MemoryRegistry.OFFERED);
        new RetireCertificates(
                        registry.certificates(), services, registry.projection(), SecondPerson.NEVER, changes::add)
                .retire(
                        greta,
                        new RetirementRequest(
                                "r1",
                                List.of(new LotItem(MemoryRegistry.LIVE, 1_000)),
                                ACME,
                                "Scope 2",
                                "VOLUNTARY",
                                MemoryRegistry.NOW,
                                MemoryRegistry.NOW.plusSeconds(60),
                                "",
                                ""));
        transfers.end(bruno, "t1", MemoryRegistry.TRANSFER, TransferEnd.ACCEPT, "");
        assertThat(changes)
                .extracting(change ->
                        change.actor().user() + " " + change.act() + " " + change.concerns() + " " + change.reason())
                .containsExactly(
                        "bruno BOUGHT windpark-nord ",
                        "greta OFFER_CANCELLED  ",
                        "greta RETIRED  Scope 2",
                        "bruno TRANSFER_ACCEPT windpark-nord ");
        buy.buy(bruno, new PurchaseRequest("p2", List.of(), 5_000, "EUR"));
        assertThat(changes).as("what was refused is no change").hasSize(4);
    }
}
