package energy.registry.web.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.web.fixture.LedgerStory;
import energy.registry.web.fixture.ReadModelDatabase;
import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.Balance;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Totals;
import energy.registry.web.model.Window;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read model follows the ledger exactly. */
final class LedgerProjectionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private static ReadModelDatabase server;

    private Database database;
    private LedgerProjection projection;

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

    @Test
    void whatIsWithdrawnIsGoneAndWhatIsLeftOfItStays() {
        projection.apply(LedgerStory.events());
        long next = LedgerStory.events().size() + 1L;
        String piece = "WTG-0001:20260101T0030Z:1000000-1100000";
        projection.apply(List.of(
                told(
                        next,
                        "CertificateConsumed",
                        "{'certificateId':'" + LedgerStory.SECOND + "','command':'Withdraw'}"),
                told(
                        next + 1,
                        "CertificateWithdrawn",
                        "{'certificateId':'" + piece
                                + "','deviceId':'WTG-0001','owner':'windpark-nord','serialFrom':1000000,'serialTo':1100000,"
                                + "'quantityWh':100000,'reason':'on the test bench'}")));
        CertificateStore certificates = new CertificateStore(database, CLOCK);
        CertificateRow withdrawn = certificates.find(piece).orElseThrow();
        assertThat(withdrawn.status()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.live()).isFalse();
        assertThat(withdrawn.intervals()).hasSize(1).allSatisfy(part -> assertThat(part.serialTo() - part.serialFrom())
                .isEqualTo(100_000));
        assertThat(certificates.find(LedgerStory.SECOND).orElseThrow().status()).isEqualTo("SUPERSEDED");
        assertThat(new HistoryStore(database).ofCertificate(piece))
                .extracting(HistoryEntry::sentence)
                .contains("100000 Wh were withdrawn by the issuing body: on the test bench");
    }

    @Test
    void whatChargesAStorageUnitIsGone() {
        projection.apply(LedgerStory.events());
        long next = LedgerStory.events().size() + 1L;
        projection.apply(List.of(
                told(
                        next,
                        "StorageCharged",
                        "{'certificateId':'" + LedgerStory.SECOND
                                + "','deviceId':'WTG-0001','owner':'windpark-nord','serialFrom':1000000,"
                                + "'serialTo':1400000,'quantityWh':400000}"),
                told(
                        next + 1,
                        "StorageDischarged",
                        "{'deviceId':'BAT-0001','claimId':'00','quantityWh':360000,'lostWh':40000,'storedWh':0}")));
        CertificateRow stored =
                new CertificateStore(database, CLOCK).find(LedgerStory.SECOND).orElseThrow();
        assertThat(stored.status()).isEqualTo("STORED");
        assertThat(stored.live()).isFalse();
        assertThat(new HistoryStore(database).ofCertificate(LedgerStory.SECOND))
                .extracting(HistoryEntry::sentence)
                .contains("400000 Wh charged a storage unit.");
    }

    @Test
    void aRetirementThatWasTakenBackSaysSo() {
        projection.apply(LedgerStory.events());
        RetirementStore retirements = new RetirementStore(database);
        assertThat(retirements.find(LedgerStory.STATEMENT).orElseThrow().reversed())
                .isFalse();
        long next = LedgerStory.events().size() + 1L;
        projection.apply(List.of(told(
                next,
                "RetirementReversed",
                "{'statementNo':'" + LedgerStory.STATEMENT + "','reason':'Wrong beneficiary.','ticket':'T-1'}")));
        assertThat(retirements
                        .find(LedgerStory.STATEMENT)
                        .orElseThrow()
                        .reversal()
                        .reason())
                .isEqualTo("Wrong beneficiary.");
        ReportAsk all = new ReportAsk(List.of(), null, null, "", 0, 0, 0);
        assertThat(retirements.of("acme", all, 10)).as("no report takes it").isEmpty();
    }

    @Test
    void aDeviceThatIsSuspendedIsShownSo() {
        projection.apply(LedgerStory.events());
        LedgerEvent registered = LedgerStory.events().stream()
                .filter(event -> event.type().equals("DeviceRegistered"))
                .findFirst()
                .orElseThrow();
        DeviceStore devices = new DeviceStore(database);
        Instant since = devices.find("WTG-0001").orElseThrow().registeredAt();
        projection.apply(List.of(new LedgerEvent(
                LedgerStory.events().size() + 1L,
                "t20",
                Instant.parse("2026-02-02T00:00:00Z"),
                "DeviceChanged",
                registered.data().replace("APPROVED", "SUSPENDED").replace("Nordhang 1", "Nordhang One"))));
        assertThat(devices.find("WTG-0001").orElseThrow())
                .satisfies(device -> assertThat(device.status()).isEqualTo("SUSPENDED"))
                .satisfies(device -> assertThat(device.name()).isEqualTo("Nordhang One"))
                .satisfies(device -> assertThat(device.registeredAt()).isEqualTo(since));
    }

    private static LedgerEvent told(long seq, String type, String data) {
        return new LedgerEvent(seq, "t20", Instant.parse("2026-02-02T00:00:00Z"), type, data.replace('\'', '"'));
    }

    @BeforeEach
    void empty() {
        database = server.database();
        projection = new LedgerProjection(database, CLOCK);
        projection.clear();
    }

    @Test
    void theThreadEndsWithEveryBundleInItsPlace() {
        projection.apply(LedgerStory.events());
        assertThat(status(LedgerStory.FIRST)).isEqualTo("SUPERSEDED");
        assertThat(status(LedgerStory.SECOND)).isEqualTo("ACTIVE");
        assertThat(status(LedgerStory.KEPT)).isEqualTo("OFFERED");
        assertThat(status(LedgerStory.BOUGHT)).isEqualTo("SUPERSEDED");
        assertThat(status(LedgerStory.LEFT)).isEqualTo("ACTIVE");
        assertThat(status(LedgerStory.RETIRED)).isEqualTo("RETIRED");
        assertThat(find(LedgerStory.KEPT).offer().priceMinorPerMwh()).isEqualTo(4250);
        assertThat(find(LedgerStory.LEFT).ownerName()).isEqualTo("Acme Chemie AG");
        assertThat(new AccountStore(database).balances("acme")).containsExactly(new Balance("EUR", 49_997_450));
        assertThat(new AccountStore(database).balances("windpark-nord")).containsExactly(new Balance("EUR", 2_550));
    }

    @Test
    void joiningProceedsMovesNoMoney() {
        projection.apply(LedgerStory.events());
        long seq = projection.lastSeq() + 1;
        projection.apply(List.of(new LedgerEvent(
                seq,
                "joined",
                LedgerStory.events().get(0).at(),
                "BalanceChanged",
                "{\"accountId\":\"windpark-nord\",\"currency\":\"EUR\",\"amountMinor\":2550,\"delta\":0,"
                        + "\"joined\":[\"PR-0000-0000-0000-0001\"],\"cause\":\"JOINING\"}")));
        AccountStore store = new AccountStore(database);
        assertThat(store.balances("windpark-nord")).containsExactly(new Balance("EUR", 2_550));
        assertThat(store.movements("windpark-nord", Window.first(10)).items())
                .extracting(movement -> movement.cause())
                .containsExactly("SALE");
    }

    @Test
    void theSameEventsAgainChangeNothing() {
        projection.apply(LedgerStory.events());
        List<Object> before = everything();
        projection.apply(LedgerStory.events());
        projection.apply(LedgerStory.events().subList(3, 9));
        assertThat(everything()).isEqualTo(before);
        assertThat(projection.lastSeq()).isEqualTo(LedgerStory.events().size());
    }

    @Test
    void everySplitIntoBatchesEndsTheSame() {
        projection.apply(LedgerStory.events());
        List<Object> atOnce = everything();
        projection.clear();
        LedgerStory.events().forEach(event -> projection.apply(List.of(event)));
        assertThat(everything()).isEqualTo(atOnce);
    }

    @Test
    void theOrderOfEventsWithinOneTransactionDoesNotMatter() {
        projection.apply(LedgerStory.events());
        List<Object> told = states();
        projection.clear();
        List<LedgerEvent> turned = new ArrayList<>();
        for (LedgerEvent event : LedgerStory.events()) {
            int place = turned.size();
            while (place > 0
                    && turned.get(place - 1).txId().equals(event.txId())
                    && !event.type().equals("BalanceChanged")
                    && !event.type().equals("ProceedsReceived")) {
                place--;
            }
            turned.add(place, event);
        }
        long seq = 0;
        for (LedgerEvent event : turned) {
            seq++;
            projection.apply(List.of(new LedgerEvent(seq, event.txId(), event.at(), event.type(), event.data())));
        }
        assertThat(states()).isEqualTo(told);
    }

    @Test
    void aBatchThatBreaksInTheMiddleLeavesNothingBehind() {
        List<LedgerEvent> broken = new ArrayList<>(LedgerStory.events());
        LedgerEvent bad = broken.get(8);
        broken.set(
                8, new LedgerEvent(bad.seq(), bad.txId(), bad.at(), "CertificateChanged", "{\"certificateId\":\"x\"}"));
        assertThatThrownBy(() -> projection.apply(broken)).hasMessageContaining("deviceId");
        assertThat(projection.lastSeq()).isZero();
        assertThat(new DeviceStore(database)
                        .list(DeviceFilter.ALL, Window.first(10))
                        .items())
                .isEmpty();
        projection.apply(LedgerStory.events());
        assertThat(status(LedgerStory.RETIRED)).isEqualTo("RETIRED");
    }

    @Test
    void aRebuildEndsEqual() {
        projection.apply(LedgerStory.events());
        List<Object> before = everything();
        projection.rebuild();
        assertThat(projection.lastSeq()).isZero();
        projection.apply(LedgerStory.events());
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void totalsAndAuditAgreeWithTheStory() {
        projection.apply(LedgerStory.events());
        FigureStore figures = new FigureStore(database);
        assertThat(figures.totals("")).isEqualTo(new Totals(1, 4, 1_400_000, 1_150_000, 400_000, 250_000, 1, 1));
        AuditFigures audit = figures.audit();
        assertThat(audit.overlaps()).isEmpty();
        assertThat(audit.imbalances()).isEmpty();
        assertThat(audit.ok()).isTrue();
        assertThat(figures.daily("", 10)).hasSize(1);
    }

    @Test
    void whatWasReadBeforeARebuildIsNotAppliedAfterIt() {
        List<LedgerEvent> story = LedgerStory.events();
        List<LedgerEvent> first = story.subList(0, 5);
        List<LedgerEvent> rest = story.subList(5, story.size());
        assertThat(projection.apply(0, first)).isTrue();
        long readAt = projection.lastSeq();
        projection.rebuild();
        assertThat(projection.apply(readAt, rest)).isFalse();
        assertThat(projection.lastSeq()).isZero();
        assertThat(projection.apply(0, first)).isTrue();
        assertThat(projection.apply(readAt, rest)).isTrue();
        assertThat(projection.apply(readAt, rest)).as("read twice").isFalse();
        assertThat(projection.lastSeq()).isEqualTo(story.get(story.size() - 1).seq());
    }

    @Test
    void keptSumsAreThoseOfTheBundlesAfterEveryEvent() {
        for (LedgerEvent event : LedgerStory.events()) {
            projection.apply(List.of(event));
            assertThat(rows("select owner, status, issued, sum(bundles), sum(quantity_wh) from certificate_day"
                            + " group by 1, 2, 3 having sum(bundles) <> 0 or sum(quantity_wh) <> 0 order by 1, 2, 3"))
                    .as("after event " + event.seq())
                    .isEqualTo(rows("select owner, status, issued, count(*), sum(serial_to - serial_from)"
                            + " from certificate group by 1, 2, 3 order by 1, 2, 3"));
            assertThat(rows("select owner, device_id, status, sum(bundles), sum(quantity_wh) from certificate_month"
                            + " group by 1, 2, 3 having sum(bundles) <> 0 or sum(quantity_wh) <> 0 order by 1, 2, 3"))
                    .isEqualTo(rows("select owner, device_id, status, count(*), sum(serial_to - serial_from)"
                            + " from certificate group by 1, 2, 3 order by 1, 2, 3"));
            assertThat(rows("select device_id, to_char(month, 'YYYY-MM'), quantity_wh from issued_month order by 1, 2"))
                    .isEqualTo(
                            rows(
                                    "select device_id, to_char(issued_at at time zone 'UTC', 'YYYY-MM'),"
                                            + " sum(serial_to - serial_from) from certificate where issued group by 1, 2 order by 1, 2"));
        }
        assertThat(rows("select rows from ledger_count where kind = 'TRADE' and account = 'acme'"))
                .containsExactly("1");
        projection.clear();
        assertThat(rows("select * from certificate_day")).isEmpty();
        assertThat(rows("select * from certificate_month")).isEmpty();
        assertThat(rows("select * from issued_month")).isEmpty();
        assertThat(rows("select * from ledger_count")).isEmpty();
    }

    @Test
    void theMarketsOffersAreThoseOfTheBundlesAfterEveryEvent() {
        int seen = 0;
        for (LedgerEvent event : LedgerStory.events()) {
            projection.apply(List.of(event));
            List<String> kept = rows("select certificate_id, device_id, price_minor, start_at, start_hour, valid_until"
                    + " from market_offer order by 1");
            assertThat(kept)
                    .as("after event " + event.seq())
                    .isEqualTo(rows("select certificate_id, device_id, offer_price_minor, start_at, start_hour,"
                            + " offer_valid_until from certificate where status = 'OFFERED' order by 1"));
            seen = Math.max(seen, kept.size());
        }
        assertThat(seen).as("offers at once").isPositive();
        projection.clear();
        assertThat(rows("select * from market_offer")).isEmpty();
    }

    private List<String> rows(String sql) {
        return database.read(entities -> {
            List<String> rows = new ArrayList<>();
            for (Object row : entities.createNativeQuery(sql).getResultList()) {
                rows.add(row instanceof Object[] cells ? java.util.Arrays.toString(cells) : String.valueOf(row));
            }
            return rows;
        });
    }

    @Test
    void anOverlapAndALossAreFound() {
        projection.apply(LedgerStory.events().subList(0, 6));
        List<LedgerEvent> story = LedgerStory.events();
        LedgerEvent second = story.get(5);
        String twice = second.data()
                .replace("1000000-1400000", "900000-1400000")
                .replace("\"serialFrom\":1000000", "\"serialFrom\":900000");
        projection.apply(List.of(new LedgerEvent(7, "t99", second.at(), second.type(), twice)));
        AuditFigures audit = new FigureStore(database).audit();
        assertThat(audit.ok()).isFalse();
        assertThat(audit.overlaps()).isNotEmpty().allMatch(finding -> finding.contains("WTG-0001"));
    }

    @Test
    void theHistoryOfARetiredPartReachesBackToItsIssue() {
        projection.apply(LedgerStory.events());
        List<HistoryEntry> life = new HistoryStore(database).ofCertificate(LedgerStory.RETIRED);
        assertThat(life)
                .extracting(HistoryEntry::type)
                .contains("CertificateChanged", "TradeSettled", "CertificateRetired");
        assertThat(life.get(0).sentence()).contains("issued to windpark-nord");
        assertThat(life).extracting(HistoryEntry::certificateId).doesNotContain(LedgerStory.KEPT, LedgerStory.SECOND);
        assertThat(life).isSortedAccordingTo((a, b) -> Long.compare(a.seq(), b.seq()));
    }

    @Test
    void aStatementCarriesItsLinesWithTheDevicesFacts() {
        projection.apply(LedgerStory.events());
        RetirementRow statement =
                new RetirementStore(database).find(LedgerStory.STATEMENT).orElseThrow();
        assertThat(statement.lines()).hasSize(1);
        assertThat(statement.lines().get(0).certificateId()).isEqualTo(LedgerStory.RETIRED);
        assertThat(statement.lines().get(0).deviceName()).isEqualTo("Nordhang 1");
        assertThat(statement.lines().get(0).quantityWh()).isEqualTo(250_000);
        CertificateRow bundle = new CertificateStore(database, Clock.systemUTC())
                .find(LedgerStory.RETIRED)
                .orElseThrow();
        assertThat(statement.lines().get(0).intervals()).isNotEmpty().isEqualTo(bundle.intervals());
        assertThat(statement.lines().get(0).claimId()).isNotEmpty().isEqualTo(bundle.claimId());
        assertThat(statement.lines().get(0).marks()).isNotEmpty().isEqualTo(bundle.marks());
        assertThat(statement.lines().get(0).finding()).isNotEmpty().isEqualTo(bundle.finding());
        assertThat(statement.simulated()).isTrue();
        assertThat(new RetirementStore(database).statementsOf(LedgerStory.RETIRED))
                .containsExactly(LedgerStory.STATEMENT);
    }

    @Test
    void listsPageWithoutGapOrRepeat() {
        projection.apply(LedgerStory.events());
        CertificateStore store = new CertificateStore(database, CLOCK);
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Slice<CertificateRow> slice = store.list(CertificateFilter.all(), new Window(after, 1));
            slice.items().forEach(row -> seen.add(row.certificateId()));
            after = slice.next();
        } while (!after.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void theMarketShowsOnlyValidOffers() {
        projection.apply(LedgerStory.events());
        assertThat(new CertificateStore(database, CLOCK)
                        .offered(MarketFilter.ALL, Window.first(10))
                        .items())
                .extracting(CertificateRow::certificateId)
                .containsExactly(LedgerStory.KEPT);
        Clock later = Clock.offset(CLOCK, Duration.ofDays(400));
        assertThat(new CertificateStore(database, later)
                        .offered(MarketFilter.ALL, Window.first(10))
                        .items())
                .isEmpty();
        assertThat(new CertificateStore(database, CLOCK)
                        .offered(new MarketFilter("SOLAR", "", "", 0, ""), Window.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void aWaitForATransactionEndsWhenItIsThere() {
        projection.apply(LedgerStory.events());
        assertThat(projection.awaitTransaction("t9", Duration.ofSeconds(1))).isTrue();
        assertThat(projection.awaitTransaction("unheard-of", Duration.ofMillis(60)))
                .isFalse();
    }

    private CertificateRow find(String id) {
        return new CertificateStore(database, CLOCK).find(id).orElseThrow();
    }

    private String status(String id) {
        return find(id).status();
    }

    private List<Object> states() {
        return new CertificateStore(database, CLOCK)
                .list(CertificateFilter.all(), Window.first(100)).items().stream()
                        .map(row -> (Object)
                                (row.certificateId() + row.status() + row.owner() + row.offer() + row.previous()))
                        .toList();
    }

    /** Everything a reader could see, to compare. */
    private List<Object> everything() {
        List<Object> all = new ArrayList<>();
        all.addAll(new CertificateStore(database, CLOCK)
                .list(CertificateFilter.all(), Window.first(100))
                .items());
        all.addAll(new DeviceStore(database)
                .list(DeviceFilter.ALL, Window.first(100))
                .items());
        all.addAll(new AccountStore(database).list(Window.first(100)).items());
        all.addAll(new AccountStore(database).trades("", Window.first(100)).items());
        all.addAll(new RetirementStore(database).list("", Window.first(100)).items());
        all.addAll(new HistoryStore(database).all(Window.first(100)).items());
        all.add(new FigureStore(database).totals(""));
        return all;
    }
}
