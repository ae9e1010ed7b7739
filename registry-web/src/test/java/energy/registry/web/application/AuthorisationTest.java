package energy.registry.web.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.AccessDenied;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.Decision;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.OfferRequest;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every use case, asked by everyone: the matrix of who gets what. */
final class AuthorisationTest {
    private static final Map<String, Actor> ACTORS = new LinkedHashMap<>();

    static {
        ACTORS.put("visitor", Actor.VISITOR);
        ACTORS.put("owner", new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR)));
        ACTORS.put("foreign", new Actor("sam", "solarfeld-sued", Set.of(Role.GENERATOR)));
        ACTORS.put("buyer", new Actor("bruno", "acme", Set.of(Role.BUYER)));
        ACTORS.put("regulator", new Actor("rita", "regulator", Set.of(Role.REGULATOR)));
        ACTORS.put("issuer", new Actor("ida", "issuing-body", Set.of(Role.ISSUING_BODY)));
        ACTORS.put("homeless", new Actor("nobody", "", Set.of(Role.GENERATOR, Role.BUYER)));
        ACTORS.put("roleless", new Actor("someone", "windpark-nord", Set.of()));
    }

    private final MemoryRegistry registry = new MemoryRegistry();
    private final MemoryServices services = new MemoryServices();
    private final Clock clock = Clock.fixed(MemoryRegistry.NOW, ZoneOffset.UTC);
    private final CertificateQueries certificates =
            new CertificateQueries(registry.certificates(), registry.devices(), registry.history(), new NoBundles());
    private final StatementQueries statements = new StatementQueries(registry.devices(), services, services);
    private final AccountQueries accounts = new AccountQueries(registry.accounts());
    private final OfferCertificates offers =
            new OfferCertificates(registry.certificates(), services, registry.projection(), clock);
    private final BuyCertificates buy =
            new BuyCertificates(registry.certificates(), registry.accounts(), services, registry.projection(), clock);
    private final RetireCertificates retire =
            new RetireCertificates(registry.certificates(), services, registry.projection());

    /** Provenance is put together elsewhere; here only who may ask counts. */
    private static final class NoBundles implements ProvenanceBundles {
        @Override
        public Outcome<String> ofCertificate(CertificateRow certificate, String statementNo) {
            return Outcome.done("{}");
        }

        @Override
        public Outcome<String> ofRetired(String certificateId, String claimId, String statementNo) {
            return Outcome.done("{}");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyoneGetsWhatIsTheirsAndNothingElse() {
        return Stream.of(
                        row("own live certificate", "owner regulator issuer roleless", this::seesLive),
                        row("its history", "owner regulator issuer roleless", this::seesHistory),
                        row("its provenance", "owner regulator issuer roleless", this::seesProvenance),
                        row(
                                "offered certificate",
                                "owner foreign buyer regulator issuer homeless roleless",
                                this::seesOffered),
                        row("a list with others' certificates", "owner regulator issuer roleless", this::listsAny),
                        row("market", "owner foreign buyer regulator issuer homeless roleless", this::seesMarket),
                        row("statements of the device", "owner regulator issuer roleless", this::seesStatements),
                        row("camera evidence", "owner regulator issuer roleless", this::seesEvidence),
                        row("all accounts", "regulator issuer", this::seesAccounts),
                        row("the owner's balance", "owner regulator issuer roleless", this::seesBalance),
                        row("all events", "regulator issuer", this::seesEvents),
                        row("a transaction", "regulator issuer", this::seesTransaction),
                        row("held claims", "regulator issuer", this::seesHeld),
                        row("decide a held claim", "issuer", this::decides),
                        row("offer the certificate", "owner", this::offers),
                        row("cancel the offer", "owner", this::cancels),
                        row("quote", "buyer", this::quotes),
                        row("buy", "buyer", this::buys),
                        row("retire the certificate", "owner", this::retires),
                        row("rebuild the read model", "regulator issuer", this::rebuilds))
                .flatMap(Function.identity());
    }

    private Stream<DynamicTest> row(String act, String allowed, Function<Actor, Boolean> attempt) {
        Set<String> may = Set.of(allowed.split(" "));
        return ACTORS.entrySet().stream()
                .map(who -> DynamicTest.dynamicTest(
                        who.getKey() + (may.contains(who.getKey()) ? " may: " : " may not: ") + act,
                        () -> assertThat(succeeds(attempt, who.getValue())).isEqualTo(may.contains(who.getKey()))));
    }

    private static boolean succeeds(Function<Actor, Boolean> attempt, Actor actor) {
        try {
            return attempt.apply(actor);
        } catch (AccessDenied denied) {
            return false;
        }
    }

    @Test
    void aRefusedCommandNeverReachesTheLedger() {
        ACTORS.values().stream()
                .filter(actor ->
                        !actor.belongsTo(MemoryRegistry.OWNER) || actor.roles().isEmpty())
                .forEach(actor -> {
                    assertThat(offers(actor)).isFalse();
                    assertThat(retires(actor)).isFalse();
                    assertThat(cancels(actor)).isFalse();
                });
        assertThat(services.commands).isEmpty();
    }

    @Test
    void whatIsForeignLooksLikeWhatIsNotThere() {
        Actor foreign = ACTORS.get("foreign");
        assertThat(retire.retire(foreign, retirement("WTG-0009:20260101T0000Z:0-1"))
                        .whyNot()
                        .orElseThrow()
                        .kind())
                .isEqualTo(retire.retire(foreign, retirement(MemoryRegistry.LIVE))
                        .whyNot()
                        .orElseThrow()
                        .kind());
    }

    @Test
    void theSameRequestIdOfTwoOrganisationsIsNotTheSameRequest() {
        buys(ACTORS.get("buyer"));
        buys(new Actor("bea", "globex", Set.of(Role.BUYER)));
        buys(ACTORS.get("buyer"));
        assertThat(services.requestIds.get(0))
                .isNotEqualTo(services.requestIds.get(1))
                .isEqualTo(services.requestIds.get(2));
        assertThat(services.requestIds).allMatch(id -> id.length() == 64);
    }

    private boolean seesLive(Actor actor) {
        return certificates.find(actor, MemoryRegistry.LIVE).isPresent();
    }

    private boolean seesHistory(Actor actor) {
        return !certificates.history(actor, MemoryRegistry.LIVE).isEmpty();
    }

    private boolean seesProvenance(Actor actor) {
        return certificates.provenance(actor, MemoryRegistry.LIVE).isDone();
    }

    private boolean seesOffered(Actor actor) {
        return certificates.find(actor, MemoryRegistry.OFFERED).isPresent();
    }

    private boolean listsAny(Actor actor) {
        Slice<CertificateRow> all = certificates.list(actor, CertificateFilter.all(), Window.first(10));
        return !all.items().isEmpty();
    }

    private boolean seesMarket(Actor actor) {
        return !new MarketQueries(registry.certificates())
                .offers(actor, MarketFilter.ALL, Window.first(10))
                .isEmpty();
    }

    private boolean seesStatements(Actor actor) {
        return statements
                .ofDevice(actor, MemoryRegistry.DEVICE, null, null, Window.first(10))
                .isDone();
    }

    private boolean seesEvidence(Actor actor) {
        return statements.kymograph(actor, "digest", "clip").isDone();
    }

    private boolean seesAccounts(Actor actor) {
        return !accounts.list(actor, Window.first(10)).isEmpty();
    }

    private boolean seesBalance(Actor actor) {
        return !accounts.balances(actor, MemoryRegistry.OWNER).isEmpty();
    }

    private boolean seesEvents(Actor actor) {
        return !new HistoryQueries(registry.history(), services)
                .all(actor, Window.first(10))
                .isEmpty();
    }

    private boolean seesTransaction(Actor actor) {
        return new HistoryQueries(registry.history(), services)
                .transaction(actor, "tx")
                .isDone();
    }

    private boolean seesHeld(Actor actor) {
        return new HeldClaims(services).waiting(actor, Window.first(10)).isDone();
    }

    private boolean decides(Actor actor) {
        return new DecideHeldClaim(services)
                .decide(actor, "digest", 0, Decision.RELEASE, "The nacelle log explains it.")
                .isDone();
    }

    private boolean offers(Actor actor) {
        return offers.offer(
                        actor,
                        new OfferRequest(
                                "r1", MemoryRegistry.LIVE, 0, 4_250, "EUR", 1, MemoryRegistry.NOW.plusSeconds(60)))
                .isDone();
    }

    private boolean cancels(Actor actor) {
        return offers.cancel(actor, "r2", MemoryRegistry.OFFERED).isDone();
    }

    private boolean quotes(Actor actor) {
        return buy.quote(actor, List.of(new LotItem(MemoryRegistry.OFFERED, 500_000)))
                .isDone();
    }

    private boolean buys(Actor actor) {
        return buy.buy(
                        actor,
                        new PurchaseRequest("r3", List.of(new LotItem(MemoryRegistry.OFFERED, 500_000)), 5_000, "EUR"))
                .isDone();
    }

    private boolean retires(Actor actor) {
        return retire.retire(actor, retirement(MemoryRegistry.LIVE)).isDone();
    }

    private boolean rebuilds(Actor actor) {
        boolean done = new RebuildReadModel(new MemoryRegistry().projection())
                .rebuild(actor)
                .isDone();
        assertThat(registry.emptied()).isFalse();
        return done;
    }

    private static RetirementRequest retirement(String certificateId) {
        return new RetirementRequest(
                "r4",
                List.of(new LotItem(certificateId, 1_000)),
                new Beneficiary("Acme", "", "DE", ""),
                "Scope 2",
                "VOLUNTARY",
                MemoryRegistry.NOW,
                MemoryRegistry.NOW.plusSeconds(60),
                "",
                "");
    }
}
