package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.JoinForm;
import energy.registry.web.application.office.JoinRegistry;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.Field;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The desk where organisations are let in. */
@Path("/app/office/organisations")
@Produces(MediaType.TEXT_HTML)
public class OrganisationDeskPages {
    private static final String BASE = "/app/office/organisations";
    private static final List<Field> REASON = List.of(Field.reason(""));

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    JoinRegistry join;

    @Inject
    Flash flash;

    @GET
    public Page list(@QueryParam("all") String all, @QueryParam("after") String after) {
        return Pages.page("office/organisation-desk")
                .with("applications", join.list(current.get(), all == null, Window.of(after)))
                .with("everything", all != null)
                .with("base", all == null ? BASE : BASE + "?all=yes");
    }

    @GET
    @Path("{id}")
    public Page application(@PathParam("id") String id) {
        return shown(
                join.find(current.get(), id).orElseThrow(NotFoundException::new), new FormState(Map.of(), Map.of()));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        boolean accepted = "ACCEPT".equals(values.get("ruling"));
        Outcome<CaseFile> decided = join.decide(current.get(), id, accepted, values.get("reason"));
        if (decided.isDone()) {
            flash.say(
                    "good",
                    accepted ? "The account is open" : "Not accepted",
                    accepted ? "The applicant may choose a login now." : "The applicant sees your reason.");
            return Pages.seeOther(BASE);
        }
        return join.find(current.get(), id)
                .map(file -> Pages.status(422, shown(file, Forms.refused(values, decided, REASON))))
                .orElseGet(() -> Refused.page(decided));
    }

    private Page shown(CaseFile file, FormState form) {
        return Pages.page("office/organisation-review")
                .with("file", file)
                .with("facts", Sections.facts(JoinForm.FIELDS, file.values()))
                .with("form", form)
                .with("requestId", requestIds.fresh());
    }
}
