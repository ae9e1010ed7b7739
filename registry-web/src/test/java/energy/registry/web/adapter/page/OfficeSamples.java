package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.SamplePages.Sample;
import energy.registry.web.adapter.page.office.SectionsOf;
import energy.registry.web.adapter.page.office.StepMark;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.application.office.DeviceForm;
import energy.registry.web.application.office.DeviceStep;
import energy.registry.web.application.office.WindApplication;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Slice;
import energy.registry.web.model.office.Activity;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Document;
import energy.registry.web.model.office.Message;
import energy.registry.web.model.office.Neighbour;
import energy.registry.web.model.office.Remark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The offices' pages with values to show. */
final class OfficeSamples {
    private static final String ID = "a".repeat(64);
    private static final FormState BLANK = new FormState(Map.of(), Map.of());
    private static final Document PAPER = new Document(
            "d1",
            CaseKind.DEVICE,
            ID,
            "SINGLE_LINE_DIAGRAM",
            "single-line diagram.pdf",
            "application/pdf",
            312_345,
            "c0ffee".repeat(10) + "abcd",
            "greta",
            SampleRows.NOW);

    private OfficeSamples() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        for (DeviceStep step : DeviceStep.values()) {
            samples.add(step(step));
        }
        samples.addAll(applicant());
        samples.addAll(deciders());
        samples.addAll(news());
        samples.addAll(OfficeActSamples.all());
        samples.addAll(OrganisationSamples.all());
        return samples;
    }

    private static CaseFile file(CaseStatus status) {
        return CaseFile.open(CaseKind.DEVICE, ID, "windpark-nord", status, "greta", SampleRows.NOW)
                .with(WindApplication.answers())
                .with("reason", status.editable() ? "" : "Answers and papers agree; the diagram shows one meter.");
    }

    static Sample page(String name, String template, Actor actor, String path) {
        return SamplePages.page(name, "office/" + template, actor, path)
                .with("unread", 3)
                .with("requestId", "r1");
    }

    private static Sample step(DeviceStep step) {
        Map<String, String> wrong = step == DeviceStep.METERING
                ? Map.of(
                        "meteringPointId",
                        "“57131310” cannot be used. A metering point has 18 digits (GSRN) or 16 capital letters, digits and"
                                + " hyphens (EIC). It stands on the contract of the grid operator.")
                : Map.of();
        List<StepMark> marks = Arrays.stream(DeviceStep.values())
                .map(each -> new StepMark(
                        "/app/my/registrations/" + ID + "/" + each.slug(),
                        each.number(),
                        each.title(),
                        each == step ? "here" : each.ordinal() < step.ordinal() ? "done" : "open"))
                .toList();
        CaseFile file = file(CaseStatus.DRAFT);
        return page(
                        "register-" + step.slug(),
                        "registration-step",
                        SamplePages.GRETA,
                        "/app/my/registrations/" + ID + "/" + step.slug())
                .with("file", file)
                .with("step", step)
                .with("fields", DeviceForm.fields(step, file.values()))
                .with("form", new FormState(file.values(), Map.of(), wrong))
                .with("marks", marks)
                .with(
                        "open",
                        Map.of(
                                DeviceStep.DOCUMENTS,
                                List.of(new Remark(
                                        "documents",
                                        "Upload the owner's declaration: the issuing body cannot decide without it."))))
                .with("sections", step == DeviceStep.REVIEW ? SectionsOf.file(file) : List.of())
                .with("papers", List.of(PAPER));
    }

    private static List<Sample> applicant() {
        return List.of(
                page("registrations", "registrations", SamplePages.GRETA, "/app/my/registrations")
                        .with(
                                "applications",
                                new Slice<>(
                                        List.of(
                                                file(CaseStatus.DRAFT),
                                                file(CaseStatus.SUBMITTED),
                                                file(CaseStatus.REFERRED),
                                                file(CaseStatus.APPROVED)),
                                        "x")),
                page("registrations-empty", "registrations", SamplePages.GRETA, "/app/my/registrations")
                        .with("applications", Slice.empty()),
                page("registration-submitted", "registration", SamplePages.GRETA, "/app/my/registrations/" + ID)
                        .with("file", file(CaseStatus.SUBMITTED).with("reason", ""))
                        .with("sections", SectionsOf.file(file(CaseStatus.SUBMITTED)))
                        .with("papers", List.of(PAPER))
                        .with("paperBase", "/p/"),
                page("registration-rejected", "registration", SamplePages.GRETA, "/app/my/registrations/" + ID)
                        .with("file", file(CaseStatus.REJECTED))
                        .with("sections", SectionsOf.file(file(CaseStatus.REJECTED)))
                        .with("papers", List.of(PAPER))
                        .with("paperBase", "/p/"));
    }

    private static List<Sample> deciders() {
        return List.of(
                page("device-desk", "device-desk", SamplePages.IDA, "/app/office/devices")
                        .with(
                                "applications",
                                new Slice<>(List.of(file(CaseStatus.SUBMITTED), file(CaseStatus.AWAITING_CONSENT)), ""))
                        .with("base", "/app/office/devices")
                        .with("everything", false),
                page("device-desk-empty", "device-desk", SamplePages.IDA, "/app/office/devices")
                        .with("applications", Slice.empty())
                        .with("base", "/app/office/devices")
                        .with("everything", false),
                review(
                        "device-review",
                        SamplePages.IDA,
                        file(CaseStatus.SUBMITTED).with("reason", ""),
                        List.of()),
                review(
                        "device-review-twin",
                        SamplePages.IDA,
                        file(CaseStatus.SUBMITTED).with("reason", ""),
                        List.of(new Neighbour("WTG-0001", "Nordhang 1", "windpark-nord", "meteringPointId", true))),
                review(
                        "device-consent",
                        SamplePages.RITA,
                        file(CaseStatus.AWAITING_CONSENT).with("decidedBy", "ida"),
                        List.of(new Neighbour("WTG-0001", "Nordhang 1", "windpark-nord", "place", false))));
    }

    private static Sample review(String name, Actor actor, CaseFile file, List<Neighbour> near) {
        return page(name, "device-review", actor, "/app/office/devices/" + ID)
                .with("file", file)
                .with("sections", SectionsOf.file(file))
                .with("papers", List.of(PAPER))
                .with("paperBase", "/p/")
                .with("neighbours", near)
                .with("form", BLANK);
    }

    private static List<Sample> news() {
        Message good = new Message(
                2,
                SampleRows.NOW,
                "windpark-nord",
                "good",
                "Nordhang 9 is registered",
                "WTG-0009 stands on the ledger and may receive certificates.",
                "/app");
        Message hold = new Message(
                1,
                SampleRows.NOW,
                "windpark-nord",
                "hold",
                "Nordhang 9: put right and submit again",
                "The diagram shows two meters.",
                "/app");
        Activity row = new Activity(
                1,
                SampleRows.NOW,
                "ida",
                "issuing-body",
                "DEVICE_APPROVED",
                "WTG-0009",
                "windpark-nord",
                "Registered WTG-0009 on the ledger.",
                "Papers and answers agree.");
        return List.of(
                page("news", "news", SamplePages.GRETA, "/app/news")
                        .with("messages", new Slice<>(List.of(good, hold), ""))
                        .with("fresh", 1),
                page("news-empty", "news", SamplePages.GRETA, "/app/news")
                        .with("messages", Slice.empty())
                        .with("fresh", 0),
                page("activity", "activity", SamplePages.RITA, "/app/activity")
                        .with("activity", new Slice<>(List.of(row, row), "")),
                page("activity-empty", "activity", SamplePages.GRETA, "/app/activity")
                        .with("activity", Slice.empty()));
    }
}
