package energy.registry.web.adapter.page;

import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.DecideHeldClaim;
import energy.registry.web.application.HeldClaims;
import energy.registry.web.application.StatementQueries;
import energy.registry.web.model.Decision;
import energy.registry.web.model.HeldRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Slice;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.Window;
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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The issuing body's desk: claims that wait for a person, with the evidence side by side, and the decision. */
@Path("/app/desk")
@Produces(MediaType.TEXT_HTML)
public class DeskPages {
    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    HeldClaims held;

    @Inject
    StatementQueries statements;

    @Inject
    DecideHeldClaim decisions;

    @GET
    public Page desk(@QueryParam("after") String after, @QueryParam("done") String done) {
        Outcome<Slice<HeldRow>> waiting = held.waiting(current.get(), Window.of(after));
        Page page = Pages.page("desk")
                .with("held", waiting.result().orElse(Slice.empty()))
                .with("unavailable", DevicePages.reason(waiting));
        return Pages.announced(page, done);
    }

    @GET
    @Path("{digest}/{interval}")
    public Response claim(@PathParam("digest") String digest, @PathParam("interval") int interval) {
        MultivaluedMap<String, String> fresh = new MultivaluedHashMap<>();
        fresh.putSingle("requestId", requestIds.fresh());
        return shown(digest, interval, new FormReading(fresh), 200);
    }

    @POST
    @Path("{digest}/{interval}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("digest") String digest,
            @PathParam("interval") int interval,
            MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        Optional<Decision> chosen = Arrays.stream(Decision.values())
                .filter(decision -> decision.name().equals(form.text("decision")))
                .findFirst();
        if (chosen.isEmpty()) {
            form.wrong("decision", "remedy.decision");
            return shown(digest, interval, form, 422);
        }
        Outcome<Decision> outcome =
                decisions.decide(current.get(), digest, interval, chosen.get(), form.text("reason"));
        outcome.whyNot().ifPresent(refusal -> form.refused(refusal, Map.of("reason", "reason")));
        String done = chosen.get() == Decision.RELEASE ? "released" : "rejected";
        return outcome.isDone() ? Pages.seeOther("/app/desk?done=" + done) : shown(digest, interval, form, 422);
    }

    private Response shown(String digest, int interval, FormReading form, int status) {
        Outcome<StatementRow> read = statements.find(current.get(), digest, interval);
        return read.result()
                .map(row -> Pages.status(
                        status,
                        DevicePages.shown(Pages.page("held"), row)
                                .with("interval", interval)
                                .with("form", form.state())
                                .with("requestId", form.text("requestId"))))
                .orElseGet(() -> Refused.page(read));
    }
}
