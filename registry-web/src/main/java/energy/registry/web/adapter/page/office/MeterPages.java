package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.StatementQueries;
import energy.registry.web.application.office.MeterDesk;
import energy.registry.web.application.office.ReadAttestations;
import energy.registry.web.application.office.ReadFreezes;
import energy.registry.web.application.office.SendReadings;
import energy.registry.web.model.Actor;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of readings, refused bytes, keys, freezes and rules: what the services keep, for those it concerns. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public class MeterPages {
    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    DeviceQueries devices;

    @Inject
    MeterDesk desk;

    @Inject
    ReadFreezes freezes;

    @Inject
    StatementQueries statements;

    @Inject
    ReadAttestations attestations;

    @Inject
    Clock clock;

    @GET
    @Path("my/uploads")
    public Page uploads(@QueryParam("device") String asked, @QueryParam("after") String after) {
        Actor actor = current.get();
        List<DeviceRow> mine =
                devices.mine(actor, Window.first(Window.ROWS_MAX)).items();
        String device = !text(asked).isEmpty()
                ? text(asked)
                : mine.stream().map(DeviceRow::deviceId).findFirst().orElse("");
        Outcome<Map<String, Object>> read =
                device.isEmpty() ? Outcome.done(Map.of()) : desk.uploads(actor, device, text(after));
        return Pages.page("office/uploads")
                .with("devices", mine)
                .with("device", device)
                .with("uploads", list(read, "uploads"))
                .with("unavailable", why(read))
                .with("requestId", requestIds.fresh());
    }

    @GET
    @Path("my/uploads/{id}")
    public Response upload(@PathParam("id") String id) {
        Outcome<Map<String, Object>> read = desk.upload(current.get(), id);
        return read.result()
                .map(upload -> Pages.ok(
                        Pages.page("office/upload").with("upload", upload).with("advice", UploadAdvice.of(upload))))
                .orElseGet(() -> Refused.page(read));
    }

    /** The parts of one file that spoke of several devices. */
    @GET
    @Path("my/uploads/together")
    public Page together(@QueryParam("id") List<String> ids) {
        List<Map<String, Object>> parts = ids.stream()
                .limit(SendReadings.DEVICES_MAX)
                .map(id -> desk.upload(current.get(), id).result())
                .flatMap(Optional::stream)
                .toList();
        return Pages.page("office/upload-parts").with("parts", parts);
    }

    @GET
    @Path("office/quarantine")
    public Page quarantine(@QueryParam("device") String device, @QueryParam("after") String after) {
        Outcome<Map<String, Object>> read = desk.quarantine(current.get(), text(device), text(after));
        return Pages.page("office/quarantine")
                .with("items", list(read, "items"))
                .with(
                        "next",
                        read.result()
                                .map(answer -> answer.getOrDefault("next", ""))
                                .orElse(""))
                .with("device", text(device))
                .with("unavailable", why(read));
    }

    @GET
    @Path("office/findings")
    public Page findings(
            @QueryParam("device") String device,
            @QueryParam("outcome") String outcome,
            @QueryParam("after") String after) {
        Outcome<Map<String, Object>> read = desk.findings(current.get(), text(device), text(outcome), text(after));
        return Pages.page("office/findings")
                .with("findings", list(read, "findings"))
                .with("device", text(device))
                .with("outcome", text(outcome))
                .with("outcomes", MeterDesk.FINDING_OUTCOMES)
                .with(
                        "next",
                        read.result()
                                .map(answer -> answer.getOrDefault("next", ""))
                                .orElse(""))
                .with("unavailable", why(read));
    }

    /** From a finding to the evidence of the interval that it speaks of. */
    @GET
    @Path("office/findings/evidence")
    public Response evidence(@QueryParam("statement") String digest, @QueryParam("from") String from) {
        Outcome<List<StatementRow>> read = statements.intervals(current.get(), text(digest));
        return read.result()
                .flatMap(rows -> rows.stream()
                        .filter(row -> row.end().toString().compareTo(text(from)) > 0)
                        .findFirst()
                        .or(() -> rows.stream().findFirst()))
                .map(row -> Pages.seeOther("/app/intervals/" + row.statementDigest() + "/" + row.interval()))
                .orElseGet(() -> Refused.page(read));
    }

    @GET
    @Path("office/attestations")
    public Page attestations() {
        return Pages.page("office/attestations")
                .with("rows", attestations.due(current.get()))
                .with("today", clock.instant());
    }

    @GET
    @Path("office/keys")
    public Page keys(@QueryParam("device") String device, @QueryParam("status") String status) {
        Outcome<Map<String, Object>> read = desk.keys(current.get(), text(device), text(status));
        return Pages.page("office/keys")
                .with("keys", list(read, "keys"))
                .with("device", text(device))
                .with("unavailable", why(read));
    }

    @GET
    @Path("rules")
    public Page rules() {
        Outcome<Map<String, Object>> read = desk.rules(current.get());
        return Pages.page("office/rules").with("rules", list(read, "rules")).with("unavailable", why(read));
    }

    @GET
    @Path("office/freezes")
    public Page frozen() {
        Outcome<Map<String, Object>> read = freezes.inForce(current.get());
        return Pages.page("office/freezes").with("freezes", list(read, "items")).with("unavailable", why(read));
    }

    /** From the form that names what to freeze to the act that freezes it. */
    @GET
    @Path("office/freezes/new")
    public Response freeze(@QueryParam("kind") String kind, @QueryParam("subject") String subject) {
        String act = "freeze-account".equals(kind) ? "freeze-account" : "freeze-device";
        return Response.seeOther(jakarta.ws.rs.core.UriBuilder.fromPath("/app/acts/" + act)
                        .queryParam("subject", "{subject}")
                        .build(text(subject)))
                .build();
    }

    private static List<?> list(Outcome<Map<String, Object>> read, String name) {
        Object found = read.result().map(answer -> answer.get(name)).orElse(null);
        return found instanceof List<?> rows ? rows : List.of();
    }

    private static String why(Outcome<?> read) {
        return read.whyNot().map(Refusal::detail).orElse("");
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }
}
