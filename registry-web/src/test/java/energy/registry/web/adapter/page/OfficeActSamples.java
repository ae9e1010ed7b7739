package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.SamplePages.Sample;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.office.ProposalPages;
import energy.registry.web.adapter.page.office.SectionsOf;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.page.view.Task;
import energy.registry.web.application.office.ActBook;
import energy.registry.web.application.office.PerformAct;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Balance;
import energy.registry.web.model.Slice;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.model.office.AttestationRow;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Charged;
import energy.registry.web.model.office.FeeRates;
import energy.registry.web.model.office.ProducedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pages of guided acts, proposals and what the services keep, with values to show. */
final class OfficeActSamples {
    private static final FormState BLANK = new FormState(Map.of(), Map.of());
    private static final Map<String, String> ANSWERS =
            Map.of("at", "2026-01-31T12:00", "reason", "The old meter failed.");
    private static final String AT = "2026-02-01T10:00:00Z";

    private OfficeActSamples() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        ActBook.all().forEach(act -> samples.add(act("act-" + act.slug(), who(act), act, false)));
        samples.add(act(
                "act-review", SamplePages.GRETA, ActBook.find("meter-exchange").orElseThrow(), true));
        samples.add(
                act("act-review-now", SamplePages.IDA, ActBook.find("suspend").orElseThrow(), true));
        samples.addAll(proposals());
        samples.addAll(services());
        return samples;
    }

    private static Actor who(Act act) {
        return List.of(SamplePages.GRETA, SamplePages.BRUNO, SamplePages.IDA, SamplePages.RITA).stream()
                .filter(actor -> actor.roles().stream().anyMatch(act.performers()::contains))
                .findFirst()
                .orElseThrow();
    }

    private static Sample act(String name, Actor actor, Act act, boolean review) {
        return OfficeSamples.page(name, "act", actor, "/app/acts/" + act.slug())
                .with("act", act)
                .with("subject", "WTG-0001")
                .with("back", "/app/my/devices/WTG-0001")
                .with("form", review ? new FormState(Map.of("reason", "The old meter failed."), Map.of()) : BLANK)
                .with("facts", review ? SectionsOf.facts(act.fields(), ANSWERS) : List.of())
                .with("review", review)
                .with("atOnce", act.decidedAtOnceBy(actor.roles()));
    }

    private static List<Sample> proposals() {
        CaseFile file = CaseFile.open(
                        CaseKind.PROPOSAL, "p1", "windpark-nord", CaseStatus.OPEN, "greta", SampleRows.NOW)
                .with(Map.of("act", "meter-exchange", "subject", "WTG-0001"));
        CaseFile done = file.with(Map.of("decidedBy", "ida", "decision", "Seen on site.", "txId", "ab".repeat(32)))
                .move(CaseStatus.APPROVED, SampleRows.NOW);
        Act act = ActBook.find("meter-exchange").orElseThrow();
        return List.of(
                OfficeSamples.page("proposals", "proposals", SamplePages.IDA, "/app/office/proposals")
                        .with(
                                "proposals",
                                new Slice<>(
                                        List.of(new ProposalPages.Line(file, act), new ProposalPages.Line(done, act)),
                                        "x"))
                        .with("open", true)
                        .with("base", "/app/office/proposals"),
                OfficeSamples.page("proposals-empty", "proposals", SamplePages.GRETA, "/app/office/proposals")
                        .with("proposals", Slice.empty())
                        .with("open", false)
                        .with("base", "/app/office/proposals"),
                proposal("proposal-open", SamplePages.IDA, file, act, true),
                proposal("proposal-done", SamplePages.GRETA, done, act, false));
    }

    private static Sample proposal(String name, Actor actor, CaseFile file, Act act, boolean mayDecide) {
        return OfficeSamples.page(name, "proposal", actor, "/app/office/proposals/p1")
                .with("file", file)
                .with("act", act)
                .with("facts", SectionsOf.facts(act.fields(), ANSWERS))
                .with("mayDecide", mayDecide)
                .with("form", BLANK);
    }

    private static List<Sample> services() {
        Map<String, Object> finding = Map.of(
                "line",
                12,
                "field",
                "energyWh",
                "value",
                "12a",
                "rule",
                "FIELD_IS_READABLE",
                "text",
                "This is no number.",
                "remedy",
                "Write digits.");
        Map<String, Object> whole =
                Map.of("rule", "INTERVAL_ALREADY_ISSUED", "text", "A certificate exists for 1 Jan.");
        Map<String, Object> upload = Map.of(
                "uploadId",
                "7",
                "device",
                "WTG-0001",
                "actor",
                "greta",
                "receivedAt",
                AT,
                "accepted",
                3,
                "refused",
                2,
                "duplicates",
                0,
                "findings",
                List.of(finding, whole));
        Map<String, Object> key = Map.of(
                "enrolmentId",
                "3",
                "keyId",
                "ab".repeat(32),
                "status",
                "PENDING",
                "subject",
                Map.of("type", "METER", "id", "MTR-0001", "deviceId", "WTG-0001"),
                "validFrom",
                AT);
        Map<String, Object> refused = Map.of(
                "id",
                "9",
                "receivedAt",
                AT,
                "door",
                "MQTT",
                "rule",
                "SIGNATURE_INVALID",
                "detail",
                "The signature does not fit.",
                "deviceId",
                "WTG-0001");
        Map<String, Object> freeze = Map.of(
                "freezeId",
                "FR-1",
                "subjectType",
                "DEVICE",
                "subjectId",
                "WTG-0001",
                "by",
                "REGULATOR",
                "caseNo",
                "C-17",
                "reason",
                "Inquiry into the meter.",
                "from",
                AT);
        Map<String, Object> seen = Map.of(
                "rule",
                "CAPACITY_EXCEEDED",
                "version",
                1,
                "deviceId",
                "WTG-0001",
                "statementDigest",
                "ab".repeat(32),
                "from",
                AT,
                "outcome",
                "HOLD",
                "observed",
                "2.4 MWh",
                "limit",
                "2.1 MWh",
                "text",
                "More than the device can deliver.");
        Map<String, Object> rule = Map.of(
                "rule",
                "CAPACITY_EXCEEDED",
                "version",
                1,
                "technology",
                "WIND",
                "outcome",
                "HOLD",
                "text",
                "No more than capacity allows.",
                "source",
                "Nameplate");
        return List.of(
                OfficeSamples.page("production", "production", SamplePages.GRETA, "/app/my/production")
                        .with("months", List.of(new ProducedRow("2026-01", "WTG-0001", "Nordhang 1", 812_345_678, 96)))
                        .with(
                                "hours",
                                List.of(new ProducedRow("2026-01-31T12:00Z", "WTG-0001", "Nordhang 1", 1_204_000, 4)))
                        .with("day", SampleRows.DAY),
                OfficeSamples.page("production-empty", "production", SamplePages.GRETA, "/app/my/production")
                        .with("months", List.of())
                        .with("hours", List.of())
                        .with("day", SampleRows.DAY),
                uploads("uploads", List.of(upload), ""),
                uploads("uploads-empty", List.of(), ""),
                uploads(
                        "uploads-down",
                        List.of(),
                        "The meter service cannot be reached just now. Try again in a moment."),
                OfficeSamples.page("upload", "upload", SamplePages.GRETA, "/app/my/uploads/7")
                        .with("upload", upload)
                        .with("advice", advice()),
                OfficeSamples.page("upload-parts", "upload-parts", SamplePages.GRETA, "/app/my/uploads/together")
                        .with("parts", List.of(upload)),
                OfficeSamples.page("upload-parts-empty", "upload-parts", SamplePages.GRETA, "/app/my/uploads/together")
                        .with("parts", List.of()),
                findings("findings", SamplePages.RITA, List.of(seen)),
                findings("findings-empty", SamplePages.IDA, List.of()),
                attestations("attestations", SamplePages.IDA, SampleRows.NOW.minusSeconds(60)),
                attestations("attestations-own", SamplePages.GRETA, SampleRows.NOW.plusSeconds(86_400)),
                OfficeSamples.page("attestations-empty", "attestations", SamplePages.GRETA, "/app/office/attestations")
                        .with("rows", List.of())
                        .with("today", SampleRows.NOW),
                fees("fees", SamplePages.IDA, List.of(new Charged("acme", "Acme Chemie AG", 1_500_000, 250_000, 2))),
                fees("fees-empty", SamplePages.BRUNO, List.of()),
                OfficeSamples.page("settings", "settings", SamplePages.GRETA, "/app/settings")
                        .with("form", new FormState(Map.of("language", "de", "zone", "UTC", "mail", "ALL"), Map.of()))
                        .with("zones", List.of("UTC", "Europe/Berlin")),
                list("keys", SamplePages.IDA, "keys", List.of(key)),
                list("keys", SamplePages.GRETA, "keys", List.of()),
                list("quarantine", SamplePages.IDA, "items", List.of(refused)).with("next", "9"),
                list("quarantine", SamplePages.RITA, "items", List.of()).with("next", ""),
                list("freezes", SamplePages.RITA, "freezes", List.of(freeze)),
                list("freezes", SamplePages.IDA, "freezes", List.of()),
                list("rules", SamplePages.GRETA, "rules", List.of(rule)),
                list("rules", SamplePages.BRUNO, "rules", List.of()),
                OfficeSamples.page("account", "account", SamplePages.IDA, "/app/office/accounts/acme")
                        .with("account", SampleRows.account())
                        .with("balances", List.of(new Balance("EUR", 50_000_000)))
                        .with("totals", SampleRows.totals())
                        .with("acts", PerformAct.offered(SamplePages.IDA, ActSubject.ACCOUNT)));
    }

    private static Worded<List<Task>> advice() {
        return say -> List.of(new Task(
                "/app/my/readings", say.word("upload.advice.becomes"), say.word("upload.advice.becomes.text")));
    }

    private static Sample uploads(String name, List<?> rows, String unavailable) {
        return OfficeSamples.page(name, "uploads", SamplePages.GRETA, "/app/my/uploads")
                .with("devices", List.of(SampleRows.turbine()))
                .with("device", "WTG-0001")
                .with("uploads", rows)
                .with("unavailable", unavailable);
    }

    private static Sample findings(String name, Actor actor, List<?> rows) {
        return OfficeSamples.page(name, "findings", actor, "/app/office/findings")
                .with("findings", rows)
                .with("device", "")
                .with("outcome", "")
                .with("outcomes", List.of("FLAG", "HOLD", "REJECT"))
                .with("next", rows.isEmpty() ? "" : "9")
                .with("unavailable", "");
    }

    private static Sample fees(String name, Actor actor, List<Charged> rows) {
        return OfficeSamples.page(name, "fees", actor, "/app/fees")
                .with("rates", new FeeRates(2, 3, 1_200, "EUR"))
                .with("rows", rows)
                .with("total", 2_404L)
                .with("month", java.time.YearMonth.of(2026, 1))
                .with("fields", List.of())
                .with("form", BLANK);
    }

    private static Sample attestations(String name, Actor actor, java.time.Instant due) {
        return OfficeSamples.page(name, "attestations", actor, "/app/office/attestations")
                .with(
                        "rows",
                        List.of(new AttestationRow(
                                "WTG-0001", "Nordhang 1", "windpark-nord", "Windpark Nord GmbH", "APPROVED", due)))
                .with("today", SampleRows.NOW);
    }

    private static Sample list(String template, Actor actor, String name, List<?> rows) {
        return OfficeSamples.page(
                        template + (rows.isEmpty() ? "-empty" : ""), template, actor, "/app/office/" + template)
                .with(name, rows)
                .with("device", rows.isEmpty() ? "" : "WTG-0001")
                .with("unavailable", "");
    }
}
