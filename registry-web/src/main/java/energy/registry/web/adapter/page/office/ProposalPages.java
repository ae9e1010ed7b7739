package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.DecideProposal;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Act;
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

/** Acts that a second person has to agree to. */
@Path("/app/office/proposals")
@Produces(MediaType.TEXT_HTML)
public class ProposalPages {
    private static final String BASE = "/app/office/proposals";
    private static final List<Field> REASON = List.of(Field.reason(""));

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    DecideProposal proposals;

    @Inject
    Flash flash;

    @GET
    public Page list(@QueryParam("all") String all, @QueryParam("after") String after) {
        boolean open = all == null && current.get().seesEverything();
        return Pages.page("office/proposals")
                .with(
                        "proposals",
                        proposals.list(current.get(), open, Window.of(after)).map(Line::of))
                .with("open", open)
                .with("base", all == null ? BASE : BASE + "?all=yes");
    }

    /** A proposal in a list. */
    public record Line(CaseFile file, Act act) {
        static Line of(CaseFile file) {
            return new Line(file, DecideProposal.act(file));
        }
    }

    @GET
    @Path("{id}")
    public Page proposal(@PathParam("id") String id) {
        CaseFile file = proposals.find(current.get(), id).orElseThrow(NotFoundException::new);
        return shown(file, new FormState(Map.of(), Map.of()));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        boolean agreed = "AGREE".equals(values.get("ruling"));
        Outcome<CaseFile> decided = proposals.decide(current.get(), id, agreed, values.get("reason"));
        if (decided.isDone()) {
            flash.say("good", agreed ? "Done" : "Declined", "The one who proposed it has been told.");
            return Pages.seeOther(BASE);
        }
        return proposals
                .find(current.get(), id)
                .map(file -> Pages.status(422, shown(file, Forms.refused(values, decided, REASON))))
                .orElseGet(() -> Refused.page(decided));
    }

    private Page shown(CaseFile file, FormState form) {
        Act act = DecideProposal.act(file);
        return Pages.page("office/proposal")
                .with("file", file)
                .with("act", act)
                .with("facts", Sections.facts(act.fields(), DecideProposal.answers(file)))
                .with("mayDecide", proposals.mayDecide(current.get(), file))
                .with("form", form)
                .with("requestId", requestIds.fresh());
    }
}
