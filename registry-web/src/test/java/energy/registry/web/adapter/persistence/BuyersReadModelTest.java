package energy.registry.web.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.fixture.LedgerStory;
import energy.registry.web.fixture.ReadModelDatabase;
import energy.registry.web.model.Actor;
import energy.registry.web.model.AttributesSold;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.BulkBatch;
import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.BulkRetirement;
import energy.registry.web.model.CfeScores;
import energy.registry.web.model.ConsumptionHour;
import energy.registry.web.model.HoldingGroup;
import energy.registry.web.model.Hours;
import energy.registry.web.model.KeptReply;
import energy.registry.web.model.KeptReply.State;
import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.Movement;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TransferRow;
import energy.registry.web.model.Window;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What buyers' pages ask of the database: filters, sums, movements, transfers, baskets and address books. */
final class BuyersReadModelTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Actor BRUNO = new Actor("bruno", "acme", Set.of(Role.BUYER));
    private static final Actor BEN = new Actor("ben", "acme", Set.of(Role.BUYER));

    @TempDir
    private static Path folder;

    private static ReadModelDatabase server;

    private Database database;
    private LedgerProjection projection;
    private CertificateStore certificates;

    @BeforeAll
    static void start() throws Exception {
        server = ReadModelDatabase.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void fill() {
        database = server.database();
        projection = new LedgerProjection(database, CLOCK);
        certificates = new CertificateStore(database, CLOCK);
        projection.clear();
        projection.apply(LedgerStory.events());
    }

    private boolean fits(MarketFilter filter) {
        return !certificates.offered(filter, Window.first(10)).isEmpty();
    }

    private static MarketFilter filter(int age, boolean unsupported, String from, String until, Hours hours) {
        return new MarketFilter(
                "WIND",
                "DE",
                "",
                0,
                "PRICE",
                age,
                unsupported,
                from == null ? null : Instant.parse(from),
                until == null ? null : Instant.parse(until),
                hours);
    }

    @Test
    void filtersOffersByAgeSupportPeriodAndHour() {
        assertThat(fits(filter(0, true, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", Hours.ANY)))
                .isTrue();
        assertThat(fits(filter(15, false, null, null, Hours.ANY))).isTrue();
        assertThat(fits(filter(5, false, null, null, Hours.ANY)))
                .as("in operation since 2019")
                .isFalse();
        assertThat(fits(filter(0, false, "2026-01-02T00:00:00Z", null, Hours.ANY)))
                .isFalse();
        assertThat(fits(filter(0, false, null, "2026-01-01T00:00:00Z", Hours.ANY)))
                .isFalse();
        assertThat(fits(filter(0, false, null, null, new Hours(0, 6)))).isTrue();
        assertThat(fits(filter(0, false, null, null, new Hours(20, 6))))
                .as("over midnight")
                .isTrue();
        assertThat(fits(filter(0, false, null, null, new Hours(6, 20)))).isFalse();
    }

    @Test
    void sumsHoldingsUpByMonthDeviceAndHour() {
        assertThat(certificates.groups("acme", "MONTH")).containsExactly(new HoldingGroup("2026-01", "", 1, 350_000));
        assertThat(certificates.groups("acme", "DEVICE"))
                .containsExactly(new HoldingGroup("WTG-0001", "Nordhang 1", 1, 350_000));
        assertThat(certificates.groups("acme", "HOUR")).containsExactly(new HoldingGroup("00", "", 1, 350_000));
        assertThat(certificates.groups("globex", "MONTH")).isEmpty();
        assertThat(certificates.groups("acme", "anything; drop")).isEmpty();
    }

    @Test
    void keepsEveryMovementOfMoney() {
        List<Movement> movements =
                new AccountStore(database).movements("acme", Window.first(10)).items();
        assertThat(movements).extracting(Movement::deltaMinor).containsExactly(-2_550L, 50_000_000L);
        assertThat(movements).extracting(Movement::amountMinor).containsExactly(49_997_450L, 50_000_000L);
        assertThat(movements).extracting(Movement::cause).containsExactly("PURCHASE", "DEPOSIT");
    }

    @Test
    void tellsWhatAPurchaseGave() {
        projection.clear();
        projection.apply(LedgerStory.events().stream()
                .filter(event -> !event.txId().equals("t9"))
                .toList());
        assertThat(certificates.receivedIn("acme", "t8"))
                .extracting(row -> row.certificateId())
                .containsExactly(LedgerStory.BOUGHT);
        assertThat(certificates.receivedIn("globex", "t8")).isEmpty();
        String offer =
                certificates.find(LedgerStory.BOUGHT).orElseThrow().previous().get(0);
        assertThat(certificates.cutFrom("acme", offer))
                .extracting(row -> row.certificateId())
                .containsExactly(LedgerStory.BOUGHT);
        assertThat(certificates.cutFrom("globex", offer)).isEmpty();
    }

    @Test
    void followsATransferToItsEnd() {
        TransferStore transfers = new TransferStore(database);
        projection.apply(List.of(new LedgerEvent(
                100,
                "t20",
                NOW,
                "TransferProposed",
                "{\"transferId\":\"TR-1\",\"sender\":\"acme\",\"receiver\":\"windpark-nord\",\"quantityWh\":350000,"
                        + "\"lines\":[{\"certificateId\":\"" + LedgerStory.LEFT
                        + "\",\"serialFrom\":250000,\"serialTo\":600000}],\"until\":\"2026-03-04T00:00:00Z\"}")));
        TransferRow waiting =
                transfers.list("windpark-nord", Window.first(10)).items().get(0);
        assertThat(waiting.pending()).isTrue();
        assertThat(waiting.certificateIds()).containsExactly(LedgerStory.LEFT);
        projection.apply(List.of(new LedgerEvent(
                101,
                "t21",
                NOW,
                "TransferEnded",
                "{\"transferId\":\"TR-1\",\"outcome\":\"REJECTED\",\"reason\":\"not ours\"}")));
        TransferRow ended = transfers.find("TR-1").orElseThrow();
        assertThat(ended.outcome()).isEqualTo("REJECTED");
        assertThat(ended.reason()).isEqualTo("not ours");
        assertThat(transfers.list("globex", Window.first(10)).isEmpty()).isTrue();
    }

    @Test
    void keepsBasketsByUserThroughARebuild() {
        BasketStore baskets = new BasketStore(database, CLOCK);
        baskets.put(BRUNO, new LotItem(LedgerStory.KEPT, 1_000));
        baskets.put(BRUNO, new LotItem(LedgerStory.KEPT, 2_000));
        projection.rebuild();
        assertThat(baskets.of(BRUNO)).containsExactly(new LotItem(LedgerStory.KEPT, 2_000));
        assertThat(baskets.of(BEN)).isEmpty();
        baskets.remove(BEN, List.of(LedgerStory.KEPT));
        assertThat(baskets.of(BRUNO)).hasSize(1);
        baskets.remove(BRUNO, List.of(LedgerStory.KEPT));
        assertThat(baskets.of(BRUNO)).isEmpty();
    }

    @Test
    void keepsAddressBooksByOrganisation() {
        BeneficiaryStore book = new BeneficiaryStore(database, CLOCK);
        Beneficiary works = new Beneficiary("Acme Works", "HRB 1", "DE", "Kiel");
        book.add("acme", "bruno", "b1", works);
        assertThat(book.of("acme")).extracting(entry -> entry.beneficiary()).containsExactly(works);
        assertThat(book.of("globex")).isEmpty();
        assertThat(book.remove("globex", "bea", "b1")).isFalse();
        assertThat(book.remove("acme", "bruno", "b1")).isTrue();
        assertThat(book.of("acme")).isEmpty();
    }

    @Test
    void tellsWhoMayStillClaimADevicesEnergy() {
        assertThat(new FigureStore(database).attributes(List.of("WTG-0001", "WTG-0002")))
                .isEqualTo(java.util.Map.of("WTG-0001", new AttributesSold(800_000, 350_000, 250_000)));
    }

    @Test
    void fixesTheItemsOfABulkBatchOnce() {
        BulkStore bulks = new BulkStore(database);
        BulkBatch planned = BulkBatch.planned(0, List.of(new BulkPiece("WTG-0001", 250_000, 300_000)));
        ConsumptionHour hour = new ConsumptionHour(NOW, "10Y1001A1001A82H", 60_000, 50_000);
        CfeScores scores = new CfeScores(833, 833, 833, 833);
        bulks.save(new BulkRetirement(
                "bulk-1", "acme", "bruno", NOW, "DRAFT", List.of(hour), scores, null, List.of(planned)));
        RetirementRequest claim = new RetirementRequest(
                "", List.of(), new Beneficiary("Acme", "", "DE", ""), "Scope 2", "VOLUNTARY", NOW, NOW, "", "");
        bulks.confirm("bulk-1", claim);
        List<LotItem> first = List.of(new LotItem(LedgerStory.LEFT, 50_000, 250_000L));
        assertThat(bulks.fix("bulk-1", 0, first)).isEqualTo(first);
        assertThat(bulks.fix("bulk-1", 0, List.of(new LotItem("other", 1))))
                .as("fixed before")
                .isEqualTo(first);
        bulks.finish("bulk-1", new BulkBatch(0, planned.pieces(), first, "DONE", "RS-1", ""));
        BulkRetirement found = bulks.find("acme", "bulk-1").orElseThrow();
        assertThat(found.over()).isTrue();
        assertThat(found.claim()).isEqualTo(claim);
        assertThat(found.hours()).containsExactly(hour);
        assertThat(bulks.find("globex", "bulk-1")).isEmpty();
        assertThat(bulks.latest("acme", 5)).hasSize(1);
    }

    @Test
    void findsTheFreeBundleThatHoldsSerials() {
        assertThat(certificates.holding("acme", new BulkPiece("WTG-0001", 300_000, 400_000)))
                .hasValueSatisfying(row -> assertThat(row.certificateId()).isEqualTo(LedgerStory.LEFT));
        assertThat(certificates.holding("acme", new BulkPiece("WTG-0001", 200_000, 300_000)))
                .as("partly retired")
                .isEmpty();
        assertThat(certificates.holding("globex", new BulkPiece("WTG-0001", 300_000, 400_000)))
                .isEmpty();
    }

    @Test
    void keepsAnAnswerUnderItsKeyForItsCallerAlone() {
        ReplyStore replies = new ReplyStore(database, CLOCK);
        byte[] body = {1, 2, 3};
        assertThat(replies.claim(BRUNO, "k1", "same").state()).isEqualTo(State.FRESH);
        assertThat(replies.claim(BRUNO, "k1", "same").state()).isEqualTo(State.UNDER_WAY);
        replies.keep(BRUNO, "k1", KeptReply.answered(201, "application/json", body));
        KeptReply again = replies.claim(BRUNO, "k1", "same");
        assertThat(again.state()).isEqualTo(State.ANSWERED);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(body);
        assertThat(replies.claim(BRUNO, "k1", "other").state()).isEqualTo(State.OF_ANOTHER_REQUEST);
        assertThat(replies.claim(BEN, "k1", "other").state())
                .as("somebody else")
                .isEqualTo(State.FRESH);
        replies.forget(BEN, "k1");
        assertThat(replies.claim(BEN, "k1", "third").state()).isEqualTo(State.FRESH);
    }

    @Test
    void carriesOutAgainWhatWasBrokenOffAndForgetsAfterADay() {
        ReplyStore replies = new ReplyStore(database, CLOCK);
        assertThat(replies.claim(BRUNO, "k2", "same").state()).isEqualTo(State.FRESH);
        ReplyStore later = new ReplyStore(database, Clock.offset(CLOCK, Duration.ofMinutes(6)));
        assertThat(later.claim(BRUNO, "k2", "same").state()).isEqualTo(State.FRESH);
        later.keep(BRUNO, "k2", KeptReply.answered(204, "", new byte[0]));
        ReplyStore nextDay = new ReplyStore(database, Clock.offset(CLOCK, Duration.ofDays(2)));
        assertThat(nextDay.claim(BRUNO, "k2", "another").state()).isEqualTo(State.FRESH);
    }

    @Test
    void findsTheRetirementsOfAReportAsTheReportItselfWould() {
        RetirementStore retirements = new RetirementStore(database);
        Instant january = Instant.parse("2026-01-01T00:00:00Z");
        Instant february = Instant.parse("2026-02-01T00:00:00Z");
        List<RetirementRow> all = retirements.list("acme", Window.first(10)).items();
        assertThat(all).hasSize(1);
        for (ReportAsk ask : List.of(
                ask(List.of(), null, null, ""),
                ask(List.of(), january, february, ""),
                ask(List.of(), february, null, ""),
                ask(List.of(), null, january, ""),
                ask(List.of(), null, null, all.get(0).beneficiary().name()),
                ask(List.of(), null, null, "Somebody else"),
                ask(List.of(LedgerStory.STATEMENT), february, null, ""),
                ask(List.of("RS-0000-0000-0000-0000"), null, null, ""))) {
            assertThat(retirements.of("acme", ask, 10))
                    .as(ask.toString())
                    .isEqualTo(all.stream().filter(ask::takes).toList());
            assertThat(retirements.of("globex", ask, 10)).isEmpty();
        }
    }

    @Test
    void listsRetirementsWithoutLinesInTheSameOrderAndPages() {
        RetirementStore retirements = new RetirementStore(database);
        for (String owner : List.of("", "acme", "globex")) {
            Slice<RetirementRow> whole = retirements.list(owner, Window.first(10));
            Slice<RetirementRow> heads = retirements.withoutLines(owner, Window.first(10));
            assertThat(heads.next()).isEqualTo(whole.next());
            assertThat(heads.items())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("lines")
                    .isEqualTo(whole.items());
            assertThat(heads.items()).allSatisfy(row -> assertThat(row.lines()).isEmpty());
        }
        assertThat(retirements.list("acme", Window.first(10)).items())
                .allSatisfy(row -> assertThat(row.lines()).isNotEmpty());
    }

    private static ReportAsk ask(List<String> statements, Instant from, Instant until, String beneficiary) {
        return new ReportAsk(statements, from, until, beneficiary, 0, 0, 0);
    }
}
