package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.KeepDocuments;
import energy.registry.web.application.office.ReviewDevice;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The desk where devices are decided, and where the regulator consents to one in the place of another. */
@Path("/app/office/devices")
@Produces(MediaType.TEXT_HTML)
public class DeviceReviewPages {
    private static final String BASE = "/app/office/devices";
    private static final List<Field> REASON = List.of(Field.reason(""));

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    ReviewDevice review;

    @Inject
    KeepDocuments documents;

    @Inject
    Flash flash;

    @GET
    public Page list(@QueryParam("all") String all, @QueryParam("after") String after) {
        boolean everything = all != null;
        Window window = Window.of(after);
        return Pages.page("office/device-desk")
                .with(
                        "applications",
                        everything ? review.all(current.get(), window) : review.waiting(current.get(), window))
                .with("base", everything ? BASE + "?all=yes" : BASE)
                .with("everything", everything);
    }

    @GET
    @Path("{id}")
    public Page application(@PathParam("id") String id) {
        return shown(found(id), new FormState(Map.of(), Map.of()));
    }

    @POST
    @Path("{id}/ruling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        ReviewDevice.Ruling ruling = Arrays.stream(ReviewDevice.Ruling.values())
                .filter(each -> each.name().equals(values.get("ruling")))
                .findFirst()
                .orElse(null);
        Outcome<CaseFile> decided = review.decide(current.get(), id, ruling, values.get("reason"));
        return answer(id, values, decided);
    }

    @POST
    @Path("{id}/consent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response consent(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        boolean agreed = "AGREE".equals(values.get("ruling"));
        return answer(id, values, review.consent(current.get(), id, agreed, values.get("reason")));
    }

    private Response answer(String id, Map<String, String> values, Outcome<CaseFile> outcome) {
        if (outcome.isDone()) {
            CaseFile file = outcome.result().orElseThrow();
            flash.say(
                    "good",
                    Pages.display().say("CASE_" + file.status()),
                    Pages.display().meaning("CASE_" + file.status()));
            return Pages.seeOther(BASE + "/" + id);
        }
        return review.find(current.get(), id)
                .map(file -> Pages.status(422, shown(file, Forms.refused(values, outcome, REASON))))
                .orElseGet(() -> Refused.page(outcome));
    }

    private CaseFile found(String id) {
        return review.find(current.get(), id).orElseThrow(NotFoundException::new);
    }

    private Page shown(CaseFile file, FormState form) {
        return Pages.page("office/device-review")
                .with("file", file)
                .with("sections", Sections.of(file))
                .with("papers", documents.of(current.get(), file.id()))
                .with("paperBase", "/app/my/registrations/" + file.id() + "/documents/")
                .with(
                        "neighbours",
                        file.is(energy.registry.web.model.office.CaseStatus.APPROVED)
                                ? List.of()
                                : review.neighbours(file))
                .with("form", form)
                .with("requestId", requestIds.fresh());
    }
}
