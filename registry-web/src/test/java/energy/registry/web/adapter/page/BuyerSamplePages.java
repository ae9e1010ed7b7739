package energy.registry.web.adapter.page;

import static energy.registry.web.adapter.page.SamplePages.BRUNO;
import static energy.registry.web.adapter.page.SamplePages.page;

import energy.registry.web.adapter.page.SamplePages.Sample;
import energy.registry.web.adapter.page.chart.MatchChart;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.ApprovalLimits;
import energy.registry.web.model.Basket;
import energy.registry.web.model.BasketLine;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.BulkBatch;
import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.BulkRetirement;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.CfeScores;
import energy.registry.web.model.ConsumptionHour;
import energy.registry.web.model.ConsumptionRead.LineError;
import energy.registry.web.model.HoldingGroup;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.Movement;
import energy.registry.web.model.OrderPlan;
import energy.registry.web.model.Quote;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.ScopeTwoReport;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TransferRow;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of buyers with values to show, full and empty. */
final class BuyerSamplePages {
    private static final CertificateRow OFFERED = SampleRows.certificate("OFFERED");
    private static final CertificateRow ACTIVE = SampleRows.certificate("ACTIVE");
    private static final FormState EMPTY = new FormState(Map.of("unit", "kWh", "hours", "72"), Map.of());

    private BuyerSamplePages() {}

    static List<Sample> all() {
        return List.of(
                market("market", new Slice<>(List.of(OFFERED, OFFERED, OFFERED), "n")),
                market("empty-market", Slice.empty()),
                buy("buy", new FormState(Map.of("quantity", "100", "unit", "kWh"), Map.of())),
                buy(
                        "buy-wrong",
                        new FormState(
                                Map.of("quantity", "1000", "unit", "kWh"),
                                Map.of(),
                                Map.of("quantity", "Buy from 50.000 kWh to 392.250 kWh."))),
                page("order", "order", BRUNO, "/app/order")
                        .with("plan", new OrderPlan(150_000, quote()))
                        .with("back", "/app/market?zone=x")
                        .with("wrong", "")
                        .with("requestId", "r2"),
                page("empty-order", "order", BRUNO, "/app/order")
                        .with("plan", new OrderPlan(150_000, null))
                        .with("back", "/app/market")
                        .with("wrong", "")
                        .with("requestId", "r2"),
                basket("basket", List.of(new BasketLine("a", 100_000, OFFERED, 845, ""), gone())),
                basket("empty-basket", List.of()),
                holdings("holdings", "", new Slice<>(List.of(ACTIVE, OFFERED), "")),
                holdings("holdings-month", "MONTH", new Slice<>(List.of(ACTIVE), "")),
                holdings("holdings-device", "DEVICE", new Slice<>(List.of(ACTIVE), "")),
                holdings("holdings-hour", "HOUR", new Slice<>(List.of(ACTIVE), "")),
                holdings("empty-holdings", "", Slice.empty()),
                page("bought", "bought", BRUNO, "/app/retire").with("again", "/app/retire?tx=ab&done=bought"),
                retire("retire", List.of(ACTIVE)),
                retire("retire-several", List.of(ACTIVE, OFFERED)),
                page("transfers", "transfers", BRUNO, "/app/transfers")
                        .with("transfers", new Slice<>(List.of(transfer("PENDING"), transfer("REJECTED")), ""))
                        .with("waiting", List.of(transfer("PENDING")))
                        .with("wrong", "")
                        .with("requestId", "r5"),
                page("empty-transfers", "transfers", BRUNO, "/app/transfers")
                        .with("transfers", Slice.empty())
                        .with("waiting", List.of())
                        .with("wrong", "")
                        .with("requestId", "r5"),
                page("transfer-new", "transfer-new", BRUNO, "/app/transfers/new")
                        .with("chosen", List.of(ACTIVE))
                        .with("hours", List.of("24", "72"))
                        .with("totalWh", 392_250L)
                        .with("form", EMPTY)
                        .with("requestId", "r5"),
                bulk("bulk", List.of()),
                bulk("bulk-errors", List.of(new LineError(3, "energy", "12,x", "Write an amount of 0 or more."))),
                matched("bulk-draft", "DRAFT", BulkBatch.planned(0, List.of(new BulkPiece("WTG-0001", 0, 100_000)))),
                matched(
                        "bulk-done",
                        "CONFIRMED",
                        new BulkBatch(
                                0,
                                List.of(new BulkPiece("WTG-0001", 0, 100_000)),
                                List.of(),
                                "DONE",
                                "RS-QERK-Y7B1-G5X8-SC8P",
                                "")),
                report("report", List.of(SampleRows.retirement())),
                report("empty-report", List.of()),
                approvals("approvals", List.of(asked("bruno"), asked("britta"))),
                approvals("empty-approvals", List.of()),
                book("beneficiaries", entries()),
                book("empty-beneficiaries", List.of()));
    }

    private static Sample market(String name, Slice<CertificateRow> offers) {
        return page(name, "market", BRUNO, "/app/market")
                .with("balances", SampleRows.balances())
                .with("filter", MarketFilter.ALL)
                .with("query", new HashMap<>(Map.of("age", "15", "hours", "6-12")))
                .with("unfolded", true)
                .with("technologies", List.of("WIND", "SOLAR"))
                .with("zones", List.of("10Y1001A1001A82H"))
                .with("countries", List.of("DE", "GB"))
                .with("times", MarketQuery.TIMES_OF_DAY)
                .with("ages", MarketQuery.AGES)
                .with("requestId", "r1")
                .with("basketSize", 2)
                .with("base", "/app/market")
                .with("offers", offers);
    }

    static Sample buy(String name, Object form) {
        return page(name, "buy", BRUNO, "/app/market/x")
                .with("certificate", OFFERED)
                .with("form", form)
                .with("requestId", "r2")
                .with("totalMinor", 845L)
                .with("balanceMinor", 50_000_000L);
    }

    private static Quote quote() {
        return new Quote(List.of(new Quote.Line(OFFERED, 100_000, 845)), 100_000, 845, "EUR", 50_000_000);
    }

    private static BasketLine gone() {
        return new BasketLine("b", 1, OFFERED, 0, "The offer of b is gone. Choose another one.");
    }

    private static Sample basket(String name, List<BasketLine> lines) {
        return page(name, "basket", BRUNO, "/app/basket")
                .with("basket", new Basket(lines, 100_000, 845, "EUR", 50_000_000))
                .with("wrong", "")
                .with("requestId", "r2");
    }

    private static Sample holdings(String name, String group, Slice<CertificateRow> rows) {
        HoldingGroup sum = new HoldingGroup(group.equals("MONTH") ? "2026-01" : "07", "Nordhang 1", 3, 392_250);
        return page(name, "holdings", BRUNO, "/app/holdings")
                .with("group", group)
                .with("groups", group.isEmpty() ? List.of() : List.of(sum))
                .with("device", "")
                .with("month", "")
                .with("base", "/app/holdings")
                .with("certificates", rows);
    }

    private static Sample retire(String name, List<CertificateRow> chosen) {
        Map<String, String> typed =
                Map.of("quantity", "392.25", "unit", "kWh", "mainReason", "VOLUNTARY", "beneficiaryCountry", "Germany");
        Map<String, String> wrong =
                Map.of("beneficiaryCountry", "“Germany” is not a country code: write two letters, for example DE.");
        return page(name, "retire", BRUNO, "/app/retire")
                .with("chosen", chosen)
                .with("single", chosen.size() == 1 ? chosen.get(0) : null)
                .with("totalWh", 784_500L)
                .with("book", entries())
                .with("form", new FormState(typed, Map.of(), wrong))
                .with("requestId", "r3");
    }

    private static TransferRow transfer(String outcome) {
        return new TransferRow(
                "TR-QERK-Y7B1-G5X8-SC8P",
                "acme",
                "ACME Handels AG",
                "globex",
                "Globex plc",
                392_250,
                SampleRows.NOW,
                "Contract 17",
                outcome,
                outcome.equals("REJECTED") ? "Not ours" : "",
                SampleRows.NOW,
                null,
                List.of("x"),
                "tx");
    }

    private static List<AddressBookEntry> entries() {
        return List.of(new AddressBookEntry("b1", new Beneficiary("Acme Works GmbH", "HRB 4711", "DE", "Hamburg")));
    }

    private static Sample bulk(String name, List<LineError> errors) {
        return page(name, "bulk", BRUNO, "/app/bulk")
                .with("csv", "start,kwh")
                .with("zone", "")
                .with("zones", List.of("10Y1001A1001A82H"))
                .with("errors", errors)
                .with("requestId", "r7")
                .with("bulks", List.of(retirement("DRAFT", List.of())));
    }

    private static BulkRetirement retirement(String status, List<BulkBatch> batches) {
        return new BulkRetirement(
                "b1",
                "acme",
                "bruno",
                SampleRows.NOW,
                status,
                List.of(new ConsumptionHour(SampleRows.NOW, "10Y1001A1001A82H", 200_000, 100_000)),
                new CfeScores(500, 510, 700, 1000),
                null,
                batches);
    }

    private static Sample matched(String name, String status, BulkBatch batch) {
        BulkRetirement bulk = retirement(status, List.of(batch));
        return page(name, "bulk-match", BRUNO, "/app/bulk/b1")
                .with("bulk", bulk)
                .with("chart", MatchChart.of(bulk.hours()))
                .with("book", List.of())
                .with("form", EMPTY)
                .with("requestId", "r8");
    }

    private static Sample report(String name, List<RetirementRow> rows) {
        ReportAsk ask = new ReportAsk(List.of("RS-QERK-Y7B1-G5X8-SC8P"), null, null, "", 500_000, 380, 0);
        ScopeTwoReport report = new ScopeTwoReport(
                "ACME Handels AG",
                ask,
                SampleRows.NOW,
                rows,
                392_250,
                List.of(),
                List.of(),
                new long[24],
                0,
                190_000,
                List.of(new ScopeTwoReport.Criterion(
                        4,
                        "Is issued and retired as close as possible to the period of consumption.",
                        "LOOK",
                        "98.7 % of the energy was produced within the claimed period of use.")));
        return page(name, "report", BRUNO, "/app/statements/report")
                .with("report", report)
                .with("form", EMPTY)
                .with("query", "?no=RS-QERK-Y7B1-G5X8-SC8P");
    }

    private static CaseFile asked(String who) {
        return CaseFile.open(CaseKind.APPROVAL, who, "acme", CaseStatus.OPEN, who, SampleRows.NOW)
                .with(Map.of("sentence", "a purchase of at most EUR 90.00", "decidedBy", "britta"));
    }

    private static Sample approvals(String name, List<CaseFile> files) {
        return page(name, "approvals", BRUNO, "/app/approvals")
                .with("limits", new ApprovalLimits(500_000, "EUR", 0))
                .with("waiting", files)
                .with(
                        "decided",
                        files.stream()
                                .map(file -> file.move(CaseStatus.APPROVED, SampleRows.NOW))
                                .toList())
                .with("form", EMPTY)
                .with("requestId", "r9");
    }

    private static Sample book(String name, List<AddressBookEntry> entries) {
        return page(name, "beneficiaries", BRUNO, "/app/beneficiaries")
                .with("book", entries)
                .with("form", EMPTY)
                .with("requestId", "r6");
    }

    static Slice<Movement> movements() {
        return new Slice<>(
                List.of(
                        new Movement(9, "acme", "EUR", -845, 49_999_155, "PURCHASE", SampleRows.NOW, "tx"),
                        new Movement(3, "acme", "EUR", 50_000_000, 50_000_000, "DEPOSIT", SampleRows.NOW, "tx")),
                "");
    }
}
