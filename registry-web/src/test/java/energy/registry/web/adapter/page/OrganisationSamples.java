package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.SamplePages.Sample;
import energy.registry.web.adapter.page.office.SectionsOf;
import energy.registry.web.adapter.page.office.WebhookPages;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.application.office.JoinForm;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Slice;
import energy.registry.web.model.office.ApiKey;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Letter;
import energy.registry.web.model.office.Member;
import java.util.List;
import java.util.Map;

/** Pages of organisations and their people, with values to show. */
final class OrganisationSamples {
    private static final FormState BLANK = new FormState(Map.of(), Map.of());

    private OrganisationSamples() {}

    private static CaseFile file(CaseStatus status) {
        return CaseFile.open(CaseKind.ORGANISATION, "o1", "kraftwerk-ost", status, "k@ost.example", SampleRows.NOW)
                .with(Map.of(
                        "legalName",
                        "Kraftwerk Ost GmbH",
                        "accountId",
                        "kraftwerk-ost",
                        "country",
                        "DE",
                        "wanted",
                        "generator buyer",
                        "contactName",
                        "Karl Ost",
                        "contactEmail",
                        "k@ost.example"));
    }

    static List<Sample> all() {
        CaseFile invitation = CaseFile.open(
                        CaseKind.INVITATION, "i1", "windpark-nord", CaseStatus.OPEN, "greta", SampleRows.NOW)
                .with(Map.of("name", "Gerd Nord", "email", "gerd@nord.example", "roles", "GENERATOR"));
        Member greta = new Member(
                "greta", "Greta Nord", "greta@nord.example", true, List.of("generator", "organisation-admin"));
        Member gone = new Member("gisela", "Gisela Alt", "", false, List.of("generator"));
        ApiKey key = new ApiKey("key-windpark-nord-1", "SCADA export", List.of("generator"), "");
        return List.of(
                page("join", "join", Actor.VISITOR, "/join")
                        .with("fields", JoinForm.FIELDS)
                        .with("form", BLANK),
                page("join-wrong", "join", Actor.VISITOR, "/join")
                        .with("fields", JoinForm.FIELDS)
                        .with(
                                "form",
                                new FormState(
                                        Map.of("country", "XX"),
                                        Map.of(),
                                        Map.of(
                                                "country",
                                                "“XX” cannot be used. Write the two letters of a country, such as DE."))),
                link("join-waiting", file(CaseStatus.SUBMITTED), false, false),
                link("join-accepted", file(CaseStatus.APPROVED), false, true),
                link("join-invited", invitation, true, true),
                organisation(
                        "organisation",
                        List.of(greta, gone),
                        List.of(invitation),
                        List.of(key),
                        new ApiKey("key-windpark-nord-2", "Portfolio", List.of("generator"), "s3cr3t"),
                        true,
                        ""),
                organisation("organisation-member", List.of(greta), List.of(), List.of(), null, false, ""),
                organisation(
                        "organisation-down",
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        true,
                        "The identity provider cannot be reached just now."),
                page("webhooks", "webhooks", SamplePages.GRETA, "/app/organisation/webhooks")
                        .with("lines", List.of(hook(CaseStatus.OPEN), hook(CaseStatus.SUSPENDED)))
                        .with("form", BLANK),
                page("webhooks-empty", "webhooks", SamplePages.GRETA, "/app/organisation/webhooks")
                        .with("lines", List.of())
                        .with("form", BLANK),
                page("commissioning", "commissioning", SamplePages.GRETA, "/app/my/devices/WTG-0001/cameras/CAM-0001")
                        .with("device", SampleRows.turbine())
                        .with("camera", "CAM-0001")
                        .with(
                                "inForce",
                                Map.of(
                                        "version",
                                        2,
                                        "digest",
                                        "ab".repeat(32),
                                        "history",
                                        List.of(Map.of(
                                                "version",
                                                1,
                                                "actor",
                                                "greta",
                                                "at",
                                                "2026-02-01T10:00:00Z",
                                                "reason",
                                                "First picture")))),
                page(
                                "commissioning-first",
                                "commissioning",
                                SamplePages.GRETA,
                                "/app/my/devices/PV-0001/cameras/CAM-0002")
                        .with("device", SampleRows.array())
                        .with("camera", "CAM-0002")
                        .with("inForce", Map.of()),
                page("organisation-desk", "organisation-desk", SamplePages.IDA, "/app/office/organisations")
                        .with("applications", new Slice<>(List.of(file(CaseStatus.SUBMITTED)), ""))
                        .with("everything", false)
                        .with("base", "/x"),
                page("organisation-desk-empty", "organisation-desk", SamplePages.RITA, "/app/office/organisations")
                        .with("applications", Slice.empty())
                        .with("everything", true)
                        .with("base", "/x"),
                page("organisation-review", "organisation-review", SamplePages.IDA, "/app/office/organisations/o1")
                        .with("file", file(CaseStatus.SUBMITTED))
                        .with("facts", SectionsOf.facts(JoinForm.FIELDS, Map.of("legalName", "Kraftwerk Ost GmbH")))
                        .with("form", BLANK));
    }

    private static WebhookPages.Line hook(CaseStatus status) {
        CaseFile file = CaseFile.open(CaseKind.WEBHOOK, "w1", "windpark-nord", status, "greta", SampleRows.NOW)
                .with(Map.of("url", "https://scada.example/hook"));
        Letter sent = Letter.of(Letter.Channel.WEBHOOK, "w1", "TradeSettled", "{}", SampleRows.NOW);
        return new WebhookPages.Line(file, status == CaseStatus.OPEN ? List.of(sent) : List.of());
    }

    private static Sample page(String name, String template, Actor actor, String path) {
        return OfficeSamples.page(name, template, actor, path);
    }

    private static Sample link(String name, CaseFile file, boolean invited, boolean mayChoose) {
        return page(name, "join-link", Actor.VISITOR, "/join/secret")
                .with("file", file)
                .with("invited", invited)
                .with("mayChoose", mayChoose)
                .with("secret", "secret")
                .with("form", BLANK);
    }

    private static Sample organisation(
            String name,
            List<Member> members,
            List<CaseFile> invitations,
            List<ApiKey> keys,
            ApiKey fresh,
            boolean administrator,
            String unavailable) {
        return page(name, "organisation", SamplePages.GRETA, "/app/organisation")
                .with("members", members)
                .with("invitations", invitations)
                .with("keys", keys)
                .with("fresh", fresh)
                .with("administrator", administrator)
                .with("giveable", List.of("generator", "organisation-admin"))
                .with("unavailable", unavailable)
                .with("form", BLANK);
    }
}
