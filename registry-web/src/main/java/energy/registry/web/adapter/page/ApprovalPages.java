package energy.registry.web.adapter.page;

import energy.registry.web.application.office.AgreeToRequest;
import energy.registry.web.application.office.FourEyes;
import energy.registry.web.model.ApprovalLimits;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** Where an organisation's second person agrees to large purchases and retirements, and where its limits are set. */
@Path("/app/approvals")
@Produces(MediaType.TEXT_HTML)
public class ApprovalPages {
    private static final String HERE = "/app/approvals";
    private static final String AMOUNT_REMEDY = "remedy.limit";

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    FourEyes fourEyes;

    @Inject
    AgreeToRequest requests;

    @GET
    public Response look(@QueryParam("done") String done) {
        return shown(new FormReading(new MultivaluedHashMap<>()), done, 200);
    }

    private Response shown(FormReading form, String done, int status) {
        var all =
                requests.list(current.get(), Window.first(Window.ROWS_DEFAULT)).items();
        return Pages.status(
                status,
                Pages.announced(
                        Pages.page("approvals")
                                .with("limits", fourEyes.limits(current.get()))
                                .with(
                                        "waiting",
                                        all.stream()
                                                .filter(file -> file.is(CaseStatus.OPEN))
                                                .toList())
                                .with(
                                        "decided",
                                        all.stream()
                                                .filter(file -> !file.is(CaseStatus.OPEN))
                                                .toList())
                                .with("form", form.state())
                                .with("requestId", requestIds.fresh()),
                        done));
    }

    @POST
    @Path("limits")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        long purchase = optional(form, "purchase", Typed.minorUnits(form.number("purchase")));
        long retirement = optional(form, "retirement", Typed.wattHours(form.number("retirement"), "MWh"));
        if (form.valid()) {
            Outcome<ApprovalLimits> outcome = fourEyes.change(
                    current.get(),
                    form.text("requestId"),
                    new ApprovalLimits(purchase, "EUR", retirement),
                    form.text("reason"));
            if (outcome.isDone()) {
                return Pages.seeOther(HERE + "?done=limits");
            }
            Optional<Response> waiting = Pages.waiting(outcome);
            if (waiting.isPresent()) {
                return waiting.get();
            }
            outcome.whyNot().ifPresent(refusal -> form.refused(refusal, Map.of("reason", "reason")));
        }
        return shown(form, null, 422);
    }

    private static long optional(FormReading form, String field, Optional<Long> read) {
        return form.text(field).isEmpty() ? 0L : form.need(field, read, 0L, AMOUNT_REMEDY);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        boolean agreed = form.text("decision").equals("agree");
        Outcome<CaseFile> outcome = requests.decide(current.get(), id, agreed, form.text("reason"));
        outcome.whyNot().ifPresent(refusal -> form.refused(refusal, Map.of()));
        return outcome.isDone() ? Pages.seeOther(HERE + "?done=decided") : shown(form, null, 422);
    }
}
