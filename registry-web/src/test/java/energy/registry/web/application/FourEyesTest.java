package energy.registry.web.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.application.office.AgreeToRequest;
import energy.registry.web.application.office.FourEyes;
import energy.registry.web.application.office.MemoryOffice;
import energy.registry.web.model.Actor;
import energy.registry.web.model.ApprovalLimits;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Role;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Large requests wait for a second person of the same organisation, and nobody is their own second person. */
final class FourEyesTest {
    private static final Actor BRUNO = new Actor("bruno", "acme", Set.of(Role.BUYER));
    private static final Actor BRITTA = new Actor("britta", "acme", Set.of(Role.BUYER));
    private static final Actor BEA = new Actor("bea", "globex", Set.of(Role.BUYER));
    private static final Actor GRETA = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
    private static final Actor GUSTAV = new Actor("gustav", "windpark-nord", Set.of(Role.GENERATOR));
    private static final String REASON = "As our purchasing rules say.";

    private final MemoryRegistry registry = new MemoryRegistry();
    private final MemoryServices services = new MemoryServices();
    private final Clock clock = Clock.fixed(MemoryRegistry.NOW, ZoneOffset.UTC);
    private final MemoryOffice.Cases cases = new MemoryOffice.Cases();
    private final MemoryOffice office = new MemoryOffice();
    private final FourEyes fourEyes = new FourEyes(cases, office.journal(), clock);
    private final BuyCertificates buy = new BuyCertificates(
            registry.certificates(),
            registry.accounts(),
            services,
            registry.projection(),
            clock,
            fourEyes,
            office.journal());
    private final RetireCertificates retire = new RetireCertificates(
            registry.certificates(), services, registry.projection(), fourEyes, office.journal());
    private final AgreeToRequest agree = new AgreeToRequest(cases, fourEyes, buy, retire, office.journal(), clock);

    private Outcome<ApprovalLimits> limit(Actor actor, long purchaseMinor, long retirementWh) {
        return fourEyes.change(
                actor, "l" + purchaseMinor, new ApprovalLimits(purchaseMinor, "EUR", retirementWh), REASON);
    }

    private static PurchaseRequest purchase(long mostMinor) {
        return new PurchaseRequest(
                "p" + mostMinor, List.of(new LotItem(MemoryRegistry.OFFERED, 500_000)), mostMinor, "EUR");
    }

    private String waiting(Actor actor) {
        CaseFile file = agree.list(actor, Window.first(10)).items().get(0);
        return file.id();
    }

    @Test
    void withoutLimitsNothingWaits() {
        assertThat(buy.buy(BRUNO, purchase(1_000_000)).isDone()).isTrue();
    }

    @Test
    void aLargePurchaseWaitsAndIsCarriedOutByAColleague() {
        assertThat(limit(BRUNO, 2_000, 0).isDone()).isTrue();
        assertThat(buy.buy(BRUNO, purchase(2_000)).isDone())
                .as("up to the limit")
                .isTrue();
        Outcome<?> large = buy.buy(BRUNO, purchase(2_001));
        assertThat(large.whyNot().orElseThrow().rule()).isEqualTo(SecondPerson.RULE);
        assertThat(services.commands).hasSize(1);
        assertThat(agree.decide(BRUNO, waiting(BRUNO), true, REASON).isDone())
                .as("his own")
                .isFalse();
        assertThat(agree.decide(BEA, waiting(BRUNO), true, REASON)
                        .whyNot()
                        .orElseThrow()
                        .kind())
                .as("another organisation's")
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(agree.decide(BRITTA, waiting(BRITTA), true, "ok").isDone())
                .as("no reason")
                .isFalse();
        assertThat(agree.decide(BRITTA, waiting(BRITTA), true, REASON).isDone()).isTrue();
        assertThat(services.commands).hasSize(2);
        assertThat(agree.decide(BRITTA, waiting(BRITTA), true, REASON).isDone())
                .as("twice")
                .isFalse();
        assertThat(services.commands).hasSize(2);
    }

    @Test
    void whatIsDeclinedNeverReachesTheLedger() {
        limit(BRUNO, 2_000, 0);
        buy.buy(BRUNO, purchase(9_000));
        assertThat(agree.decide(BRITTA, waiting(BRITTA), false, REASON).isDone())
                .isTrue();
        assertThat(services.commands).isEmpty();
    }

    @Test
    void askingTwiceWaitsOnce() {
        limit(BRUNO, 2_000, 0);
        buy.buy(BRUNO, purchase(9_000));
        buy.buy(BRUNO, purchase(9_000));
        assertThat(agree.list(BRUNO, Window.first(10)).items()).hasSize(1);
    }

    @Test
    void aLargeRetirementWaitsWithAllThatItSays() {
        limit(GRETA, 0, 500);
        RetirementRequest request = new RetirementRequest(
                "r1",
                List.of(new LotItem(MemoryRegistry.LIVE, 1_000, 7L)),
                new Beneficiary("Acme", "", "DE", ""),
                "Scope 2",
                "VOLUNTARY",
                MemoryRegistry.NOW,
                MemoryRegistry.NOW.plusSeconds(60),
                "",
                "");
        assertThat(retire.retire(GRETA, request).isDone()).isFalse();
        assertThat(services.commands).isEmpty();
        assertThat(agree.decide(GUSTAV, waiting(GUSTAV), true, REASON).isDone()).isTrue();
        assertThat(services.commands).containsExactly("retire by windpark-nord");
    }

    @Test
    void loosenedLimitsNeedTwoPeopleTightenedOnesOne() {
        assertThat(limit(BRUNO, 5_000, 0).isDone()).isTrue();
        assertThat(limit(BRUNO, 1_000, 0).isDone()).as("stricter").isTrue();
        assertThat(limit(BRUNO, 0, 0).isDone()).as("off").isFalse();
        assertThat(fourEyes.limits(BRUNO).purchaseMinor()).isEqualTo(1_000);
        assertThat(agree.decide(BRITTA, waiting(BRITTA), true, REASON).isDone()).isTrue();
        assertThat(fourEyes.limits(BRUNO).none()).isTrue();
        assertThat(fourEyes.limits(BEA).none()).isTrue();
    }
}
