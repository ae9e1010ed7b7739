package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.chart.DailyChart;
import energy.registry.web.adapter.page.chart.DeviceMap;
import energy.registry.web.adapter.page.chart.EnvelopeGauge;
import energy.registry.web.adapter.page.chart.ProductionChart;
import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.DaySummary;
import energy.registry.web.adapter.page.view.Fact;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.page.view.Hit;
import energy.registry.web.adapter.page.view.LedgerTransaction;
import energy.registry.web.adapter.page.view.Step;
import energy.registry.web.adapter.page.view.ZoneShare;
import energy.registry.web.fixture.TakenBack;
import energy.registry.web.model.Actor;
import energy.registry.web.model.AttributesSold;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.HeldRow;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.StatementRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every template with values to show, full and empty, as somebody who may see it. */
final class SamplePages {
    static final Actor GRETA = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
    static final Actor BRUNO = new Actor("bruno", "acme", Set.of(Role.BUYER));
    static final Actor RITA = new Actor("rita", "regulator", Set.of(Role.REGULATOR));
    static final Actor IDA = new Actor("ida", "issuing-body", Set.of(Role.ISSUING_BODY));

    /** A page to render: a name for the file, the template, who looks, at which address. */
    record Sample(String name, String template, Actor actor, String path, Map<String, Object> model) {
        Sample with(String key, Object value) {
            Map<String, Object> more = new HashMap<>(model);
            more.put(key, value);
            return new Sample(name, template, actor, path, more);
        }
    }

    private static final FormState EMPTY = new FormState(Map.of("unit", "kWh"), Map.of());

    private SamplePages() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>(publicPages());
        samples.addAll(generatorPages());
        samples.addAll(buyerPages());
        samples.addAll(BuyerSamplePages.all());
        samples.addAll(oversightPages());
        samples.addAll(emptyPages());
        samples.addAll(OfficeSamples.all());
        return samples;
    }

    static Sample page(String name, String template, Actor actor, String path) {
        return new Sample(name, template, actor, path, Map.of());
    }

    private static Worded<String> word(String key) {
        return say -> say.word(key);
    }

    private static List<Sample> publicPages() {
        return List.of(
                page("home", "home", Actor.VISITOR, "/")
                        .with("totals", SampleRows.totals())
                        .with(
                                "zones",
                                List.of(
                                        new ZoneShare("10Y1001A1001A82H", 3, 612_345_678, 1000),
                                        new ZoneShare("10YGB----------A", 2, 200_000_000, 326)))
                        .with("map", DeviceMap.of(List.of(SampleRows.turbine(), SampleRows.array())))
                        .with("retirements", List.of(SampleRows.retirement(), SampleRows.retirement())),
                page("devices", "devices", Actor.VISITOR, "/devices")
                        .with("filter", DeviceFilter.ALL)
                        .with("technologies", List.of("WIND", "SOLAR"))
                        .with("sold", Map.of("WTG-0001", new AttributesSold(1, 2, 3)))
                        .with("base", "/devices")
                        .with("devices", new Slice<>(List.of(SampleRows.turbine(), SampleRows.array()), "PV-0001")),
                page("device-public", "device", Actor.VISITOR, "/devices/WTG-0001")
                        .with("device", SampleRows.turbine())
                        .with("sold", new AttributesSold(1_000, 2_000, 3_000))
                        .with("own", false)
                        .with("detailed", false),
                page("verify-form", "verify", Actor.VISITOR, "/verify")
                        .with("row", null)
                        .with("no", ""),
                page("verify-unknown", "verify", Actor.VISITOR, "/verify/RS-0")
                        .with("row", null)
                        .with("no", "RS-0000-0000-0000-0000"),
                page("verify-valid", "verify", Actor.VISITOR, "/verify/RS-7K3M")
                        .with("row", SampleRows.retirement())
                        .with("no", "RS-QERK-Y7B1-G5X8-SC8P"),
                page("verify-reversed", "verify", Actor.VISITOR, "/verify/RS-7K3M")
                        .with("row", TakenBack.of(SampleRows.retirement()))
                        .with("no", "RS-QERK-Y7B1-G5X8-SC8P"),
                page("audit", "audit", Actor.VISITOR, "/audit").with("audit", SampleRows.audit(true)),
                page("audit-broken", "audit", Actor.VISITOR, "/audit").with("audit", SampleRows.audit(false)),
                page("docs", "docs", Actor.VISITOR, "/docs"),
                page("error-404", "error", Actor.VISITOR, "/x")
                        .with("status", 404)
                        .with("detail", ""),
                page("error-500", "error", GRETA, "/x").with("status", 500).with("detail", ""),
                page("error-403", "error", BRUNO, "/app/desk")
                        .with("status", 403)
                        .with("detail", "This needs the role issuing-body."));
    }

    private static List<Sample> generatorPages() {
        List<StatementRow> day = SampleRows.day();
        CertificateRow active = SampleRows.certificate("ACTIVE");
        return List.of(
                dashboard("dashboard-generator", GRETA, "generator"),
                page("my-devices", "my-devices", GRETA, "/app/my/devices")
                        .with("devices", new Slice<>(List.of(SampleRows.turbine(), SampleRows.array()), "")),
                page("my-device", "device", GRETA, "/app/my/devices/WTG-0001")
                        .with("device", SampleRows.turbine())
                        .with("own", true)
                        .with("detailed", true)
                        .with("day", SampleRows.DAY)
                        .with("summary", DaySummary.of(day))
                        .with("attention", List.of(day.get(22), day.get(40)))
                        .with("unavailable", "")
                        .with("chart", ProductionChart.of(day))
                        .with("statements", new Slice<>(day.subList(18, 42), "")),
                interval("interval-held", SampleRows.statement("HELD", 22)),
                interval("interval-issued", SampleRows.statement("ISSUED", 12)),
                interval("interval-array", SampleRows.statementOfArray()),
                interval("interval-waiting", SampleRows.statement("WAITING_FOR_VERDICT", 64)),
                page("readings", "readings", GRETA, "/app/my/readings")
                        .with("devices", List.of(SampleRows.turbine(), SampleRows.array()))
                        .with("device", "WTG-0001")
                        .with("unavailable", "")
                        .with("statements", new Slice<>(day.subList(20, 26), "x")),
                page("certificates", "certificates", GRETA, "/app/my/certificates")
                        .with("heading", word("nav.certificates"))
                        .with("lead", word("certificates.lead"))
                        .with("all", false)
                        .with("filter", CertificateFilter.all())
                        .with("statuses", List.of("ACTIVE", "OFFERED", "RETIRED"))
                        .with("base", "/app/my/certificates?status=ACTIVE")
                        .with("clear", "/app/my/certificates")
                        .with("emptyText", "")
                        .with(
                                "certificates",
                                new Slice<>(
                                        List.of(
                                                active,
                                                SampleRows.certificate("OFFERED"),
                                                SampleRows.certificate("RETIRED")),
                                        "n")),
                page("offer", "offer", GRETA, "/app/my/certificates")
                        .with("certificate", active)
                        .with(
                                "form",
                                new FormState(
                                        Map.of("price", "0", "minLot", "50", "validUntil", "2026-11-29T16:40"),
                                        Map.of(),
                                        Map.of("price", "0 is not a price: ask more than 0.00 EUR per MWh.")))
                        .with("currency", "EUR")
                        .with("requestId", "r1"),
                page("offer-standing", "offer", GRETA, "/app/my/certificates")
                        .with("certificate", SampleRows.certificate("OFFERED"))
                        .with("form", EMPTY)
                        .with("currency", "EUR")
                        .with("requestId", "r1"),
                page("certificate", "certificate", GRETA, "/app/certificates/x")
                        .with("certificate", active)
                        .with("steps", steps()),
                page("balance", "balance", GRETA, "/app/balance")
                        .with("balances", SampleRows.balances())
                        .with("movements", BuyerSamplePages.movements())
                        .with("trades", new Slice<>(List.of(SampleRows.trade(), SampleRows.trade()), "")));
    }

    private static Sample dashboard(String name, Actor actor, String whose) {
        Worded<String> lead = say -> say.word("dashboard.lead." + whose);
        Worded<List<Fact>> figures =
                say -> DashboardPage.figures(actor, SampleRows.totals(), SampleRows.balances(), say);
        return page(name, "dashboard", actor, "/app")
                .with("lead", lead)
                .with("figures", figures)
                .with("tasks", DashboardTasks.of(actor))
                .with("days", SampleRows.daily())
                .with("daily", DailyChart.of(SampleRows.daily()));
    }

    private static Sample interval(String name, StatementRow row) {
        return page(name, "interval", GRETA, "/app/intervals/x")
                .with("back", "/app/my/devices/WTG-0001?day=2026-11-22")
                .with("backText", "WTG-0001")
                .with("row", row)
                .with("gauge", EnvelopeGauge.of(row))
                .with("advice", DevicePages.advice(row));
    }

    private static Worded<List<Step>> steps() {
        Map<String, Object> serials = Map.of("owner", "windpark-nord", "serialFrom", 4_120_500, "serialTo", 4_512_750);
        Map<String, Object> sold = Map.of("seller", "windpark-nord", "buyer", "acme", "quantityWh", 392_250);
        Map<String, Object> retired = Map.of(
                "owner",
                "acme",
                "quantityWh",
                392_250,
                "beneficiary",
                Map.of("name", "ACME Rechenzentrum GmbH", "country", "DE"),
                "purpose",
                SampleRows.retirement().purpose(),
                "periodStart",
                "2026-01-01",
                "periodEnd",
                "2027-01-01",
                "statementNo",
                "RS-QERK-Y7B1-G5X8-SC8P");
        return CertificateLife.of(
                SampleRows.certificate("RETIRED"),
                Optional.of(SampleRows.statement("ISSUED", 12)),
                List.of(
                        SampleRows.event("1", "CertificateChanged", serials),
                        SampleRows.event("2", "TradeSettled", sold),
                        SampleRows.event("3", "CertificateRetired", retired)),
                tx -> TransactionSigners.of("{\"signatures\":[{\"keyId\":\"" + tx + "\",\"party\":\"Notary\"}]}"));
    }

    private static List<Sample> buyerPages() {
        return List.of(
                dashboard("dashboard-buyer", BRUNO, "buyer"),
                page("retirement-german", "retirement", BRUNO, "/app/statements/x")
                        .with("row", SampleRows.retirement())
                        .with("fresh", false)
                        .with("lang", "de")
                        .with("translated", true)
                        .with("fmt", Display.in("Europe/Berlin", Locale.GERMAN))
                        .with("verifyUrl", "https://registry.example/verify/RS-1"),
                page("retirement", "retirement", BRUNO, "/app/statements/x")
                        .with("row", SampleRows.retirement())
                        .with("fresh", true)
                        .with("verifyUrl", "https://registry.example/verify/RS-QERK-Y7B1-G5X8-SC8P"),
                page("statements", "retirements", BRUNO, "/app/statements")
                        .with("heading", word("nav.statements"))
                        .with("all", false)
                        .with("base", "/app/statements")
                        .with(
                                "retirements",
                                new Slice<>(List.of(SampleRows.retirement(), SampleRows.retirement()), "")));
    }

    private static Worded<List<Hit>> hits() {
        return say -> List.of(new Hit(
                say.word("statement.device"), "Nordhang 1", "WTG-0001, Windpark Nord GmbH", "/devices/WTG-0001", null));
    }

    private static List<Sample> oversightPages() {
        StatementRow held = SampleRows.statement("HELD", 22);
        return List.of(
                page("search", "search", RITA, "/app/search")
                        .with("q", "WTG")
                        .with("hits", hits())
                        .with(
                                "events",
                                RegistryPages.told(new Slice<>(
                                        List.of(
                                                SampleRows.event(
                                                        "CertificateRetired",
                                                        "392.250 kWh were retired for ACME Rechenzentrum GmbH."),
                                                SampleRows.event(
                                                        "TradeSettled",
                                                        "Windpark Nord GmbH sold 392.250 kWh to ACME Handels AG.")),
                                        "5"))),
                page("registry-certificates", "certificates", RITA, "/app/registry/certificates")
                        .with("heading", word("certificates.all"))
                        .with("lead", word("certificates.lead-all"))
                        .with("all", true)
                        .with("filter", CertificateFilter.all())
                        .with("statuses", List.of("ACTIVE", "OFFERED", "RETIRED"))
                        .with("base", "/app/registry/certificates")
                        .with("clear", "/app/registry/certificates")
                        .with("emptyText", "")
                        .with(
                                "certificates",
                                new Slice<>(
                                        List.of(SampleRows.certificate("ACTIVE"), SampleRows.certificate("RETIRED")),
                                        "n")),
                page("accounts", "accounts", RITA, "/app/registry/accounts")
                        .with("accounts", new Slice<>(List.of(SampleRows.account()), "")),
                page("desk", "desk", IDA, "/app/desk")
                        .with("unavailable", "")
                        .with(
                                "held",
                                new Slice<>(
                                        List.of(new HeldRow(held, 0), new HeldRow(SampleRows.statement("HELD", 23), 0)),
                                        "")),
                page("held", "held", IDA, "/app/desk/x/0")
                        .with("row", held)
                        .with("interval", 0)
                        .with("gauge", EnvelopeGauge.of(held))
                        .with("advice", DevicePages.advice(held))
                        .with(
                                "form",
                                new FormState(
                                        Map.of("reason", "ok"),
                                        Map.of(),
                                        Map.of("reason", "Give a reason of 10 to 1000 characters; it is kept.")))
                        .with("requestId", "r4"));
    }

    private static List<Sample> emptyPages() {
        return List.of(
                page("offer-gone", "offer-gone", BRUNO, "/app/market/x")
                        .with("bought", List.of())
                        .with("free", List.of())
                        .with("totalWh", 0L),
                page("transaction", "transaction", RITA, "/app/transactions/abc")
                        .with(
                                "tx",
                                new LedgerTransaction(
                                        "ab".repeat(32),
                                        "O=Notary, L=Zurich, C=CH",
                                        "2026-01-01T00:00:00Z",
                                        "2026-01-01T00:03:00Z",
                                        List.of("Issue"),
                                        List.of(new LedgerTransaction.Signed(
                                                "", "cd".repeat(32), "EdDSA", "c2ln", "ab".repeat(32))),
                                        List.of("ef".repeat(32) + "(1)"),
                                        List.of("CertificateState")))
                        .with("events", List.of()),
                page("offer-bought", "offer-gone", BRUNO, "/app/market/x")
                        .with("bought", List.of(SampleRows.certificate("ACTIVE")))
                        .with("free", List.of("WTG-0001:20260101T0000Z:0-1000000"))
                        .with("totalWh", 1_000_000L),
                page("pending", "pending", BRUNO, "/app/statements/x")
                        .with("row", null)
                        .with("no", "RS-QERK-Y7B1-G5X8-SC8P"),
                page("empty-balance", "balance", BRUNO, "/app/balance")
                        .with("balances", List.of())
                        .with("movements", Slice.empty())
                        .with("trades", Slice.empty()),
                page("empty-my-devices", "my-devices", GRETA, "/app/my/devices").with("devices", Slice.empty()),
                page("empty-my-device", "device", GRETA, "/app/my/devices/WTG-0001")
                        .with("device", SampleRows.turbine())
                        .with("own", true)
                        .with("detailed", true)
                        .with("day", SampleRows.DAY)
                        .with("summary", DaySummary.of(List.of()))
                        .with("attention", List.of())
                        .with("unavailable", "The meter data service does not answer. Try again in a minute.")
                        .with("chart", ProductionChart.of(List.of()))
                        .with("statements", Slice.empty()),
                page("empty-statements", "retirements", BRUNO, "/app/statements")
                        .with("heading", word("nav.statements"))
                        .with("all", false)
                        .with("base", "/app/statements")
                        .with("retirements", Slice.empty()),
                page("empty-desk", "desk", IDA, "/app/desk")
                        .with("unavailable", "")
                        .with("held", Slice.empty()),
                page("empty-home", "home", Actor.VISITOR, "/")
                        .with("totals", SampleRows.totals())
                        .with("zones", List.of())
                        .with("map", DeviceMap.of(List.of()))
                        .with("retirements", List.of()));
    }
}
