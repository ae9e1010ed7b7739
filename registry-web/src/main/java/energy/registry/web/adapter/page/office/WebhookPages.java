package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.ManageWebhooks;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.Letter;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Addresses that are called when something on the ledger concerns one's organisation. */
@Path("/app/organisation/webhooks")
@Produces(MediaType.TEXT_HTML)
public class WebhookPages {
    private static final String BASE = "/app/organisation/webhooks";
    private static final List<Field> FIELDS = List.of(Field.line("url", "", ""), Field.line("types", "", ""));

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    ManageWebhooks webhooks;

    @Inject
    Flash flash;

    /** An address with its last calls. */
    public record Line(CaseFile hook, List<Letter> calls) {}

    @GET
    public Page list() {
        return shown(new FormState(Map.of(), Map.of()), requestIds.fresh());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        Outcome<CaseFile> added =
                webhooks.add(current.get(), values.get("requestId"), values.get("url"), values.get("types"));
        if (!added.isDone()) {
            return Pages.status(422, shown(Forms.refused(values, added, FIELDS), requestIds.fresh()));
        }
        flash.say(
                "good",
                "Events go there from now on",
                "Check each call with this secret, shown this once: "
                        + added.result().orElseThrow().value("secret"));
        return Pages.seeOther(BASE);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        boolean resume = "resume".equals(sent.getFirst("go"));
        Outcome<CaseFile> done = resume ? webhooks.resume(current.get(), id) : webhooks.remove(current.get(), id);
        return done.isDone() ? Pages.seeOther(BASE) : Refused.page(done);
    }

    private Page shown(FormState form, String requestId) {
        Actor actor = current.get();
        List<Line> lines = webhooks.list(actor).stream()
                .map(hook -> new Line(hook, webhooks.calls(actor, hook.id())))
                .toList();
        return Pages.page("office/webhooks")
                .with("lines", lines)
                .with("form", form)
                .with("requestId", requestId);
    }
}
