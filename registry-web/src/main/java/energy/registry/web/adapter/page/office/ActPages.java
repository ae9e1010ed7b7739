package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.ActBook;
import energy.registry.web.application.office.PerformAct;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.model.office.Remark;
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
import java.util.Optional;

/** A guided act in two steps: the questions, then what it brings about, and only then the button that does it. */
@Path("/app/acts")
@Produces(MediaType.TEXT_HTML)
public class ActPages {
    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    PerformAct acts;

    @Inject
    Flash flash;

    @GET
    @Path("{slug}")
    public Response ask(@PathParam("slug") String slug, @QueryParam("subject") String subject) {
        Act act = ActBook.find(slug).orElseThrow(NotFoundException::new);
        Optional<Refusal> refusal = acts.refusal(current.get(), act, text(subject));
        return refusal.map(refused -> Refused.page(Outcome.refused(refused)))
                .orElseGet(() -> Pages.ok(
                        shown(act, text(subject), new FormState(Map.of(), Map.of()), requestIds.fresh(), false)));
    }

    @POST
    @Path("{slug}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        Act act = ActBook.find(slug).orElseThrow(NotFoundException::new);
        Map<String, String> values = Forms.values(sent, act.fields());
        String subject = text(values.get("subject"));
        String requestId = text(values.get("requestId"));
        Optional<Refusal> refusal = acts.refusal(current.get(), act, subject);
        if (refusal.isPresent()) {
            return Refused.page(Outcome.refused(refusal.get()));
        }
        List<Remark> remarks = acts.remarks(act, values);
        if (!remarks.isEmpty()) {
            return Pages.status(422, shown(act, subject, Forms.state(values, remarks), requestId, false));
        }
        if (!"confirm".equals(values.get("go"))) {
            boolean review = !"edit".equals(values.get("go"));
            return Pages.ok(shown(act, subject, new FormState(values, Map.of()), requestId, review));
        }
        return perform(act, subject, values, requestId);
    }

    private Response perform(Act act, String subject, Map<String, String> values, String requestId) {
        Actor actor = current.get();
        Outcome<PerformAct.Result> outcome = acts.perform(actor, act, subject, values, requestId);
        if (!outcome.isDone()) {
            return Pages.status(
                    422, shown(act, subject, Forms.refused(values, outcome, act.fields()), requestId, false));
        }
        PerformAct.Result result = outcome.result().orElseThrow();
        if (result.waiting()) {
            flash.say(
                    "info",
                    "Proposed: " + act.title(),
                    "Somebody with the duty to decide looks at it; you are told as soon as it is done.");
            return Pages.seeOther("/app/office/proposals");
        }
        flash.say(
                "good",
                "Done: " + act.title(),
                result.receipt().txId().isEmpty()
                        ? "It takes effect now."
                        : "Ledger transaction " + result.receipt().txId() + ".");
        return Pages.seeOther(home(actor, act, subject));
    }

    static String home(Actor actor, Act act, String subject) {
        if (act.subject() == ActSubject.DEVICE) {
            return "/app/my/devices/" + subject;
        }
        return switch (act.subject()) {
            case ACCOUNT -> "/app/registry/accounts";
            case RETIREMENT -> "/app/statements/" + subject;
            case ENROLMENT, KEY -> "/app/office/keys";
            case QUARANTINE -> "/app/office/quarantine";
            case FREEZE -> "/app/office/freezes";
            default -> "/app";
        };
    }

    private Page shown(Act act, String subject, FormState form, String requestId, boolean review) {
        Actor actor = current.get();
        return Pages.page("office/act")
                .with("act", act)
                .with("subject", subject)
                .with("back", home(actor, act, subject))
                .with("form", form)
                .with("facts", review ? Sections.facts(act.fields(), form.values()) : List.of())
                .with("review", review)
                .with("atOnce", act.decidedAtOnceBy(actor.roles()))
                .with("requestId", requestId);
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }
}
