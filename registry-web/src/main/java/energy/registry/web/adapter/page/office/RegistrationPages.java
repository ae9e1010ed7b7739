package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.DeviceForm;
import energy.registry.web.application.office.DeviceStep;
import energy.registry.web.application.office.KeepDocuments;
import energy.registry.web.application.office.RegisterDevice;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A generator registers a device, step by step. */
@Path("/app/my/registrations")
@Produces(MediaType.TEXT_HTML)
public class RegistrationPages {
    private static final String BASE = "/app/my/registrations";

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    RegisterDevice register;

    @Inject
    KeepDocuments documents;

    @Inject
    Flash flash;

    @GET
    public Page list(@QueryParam("after") String after) {
        return Pages.page("office/registrations")
                .with("applications", register.mine(current.get(), Window.of(after)))
                .with("requestId", requestIds.fresh());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> sent) {
        Outcome<CaseFile> begun = register.begin(current.get(), sent.getFirst("requestId"));
        return begun.result()
                .map(file -> Pages.seeOther(address(file, DeviceStep.IDENTITY)))
                .orElseGet(() -> Refused.page(begun));
    }

    @GET
    @Path("{id}")
    public Response open(@PathParam("id") String id) {
        CaseFile file = register.find(current.get(), id).orElseThrow(NotFoundException::new);
        if (!file.status().editable()) {
            return Pages.ok(status(file));
        }
        DeviceStep first =
                register.unfinished(file).keySet().stream().findFirst().orElse(DeviceStep.REVIEW);
        return Pages.seeOther(address(file, first));
    }

    @GET
    @Path("{id}/{step}")
    public Response step(@PathParam("id") String id, @PathParam("step") String slug) {
        CaseFile file = register.find(current.get(), id).orElseThrow(NotFoundException::new);
        DeviceStep step = DeviceStep.of(slug).orElseThrow(NotFoundException::new);
        return file.status().editable()
                ? Pages.ok(shown(file, step, new FormState(file.values(), Map.of())))
                : Pages.seeOther(BASE + "/" + id);
    }

    @POST
    @Path("{id}/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("id") String id, @PathParam("step") String slug, MultivaluedMap<String, String> sent) {
        DeviceStep step = DeviceStep.of(slug).orElseThrow(NotFoundException::new);
        Map<String, String> before =
                register.find(current.get(), id).map(CaseFile::values).orElse(Map.of());
        Outcome<RegisterDevice.Saved> saved =
                register.save(current.get(), id, step, Forms.values(sent, DeviceForm.fields(step, before)));
        if (!saved.isDone()) {
            return Refused.page(saved);
        }
        RegisterDevice.Saved kept = saved.result().orElseThrow();
        if ("later".equals(sent.getFirst("go"))) {
            flash.say("good", "Draft saved", "Go on whenever you like; nothing has been submitted yet.");
            return Pages.seeOther(BASE);
        }
        return kept.remarks().isEmpty()
                ? Pages.seeOther(address(kept.file(), step.next()))
                : Pages.status(
                        422, shown(kept.file(), step, Forms.state(kept.file().values(), kept.remarks())));
    }

    @POST
    @Path("{id}/submit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Actor actor = current.get();
        Outcome<CaseFile> submitted = register.submit(actor, id);
        if (submitted.isDone()) {
            flash.say("good", "Submitted", "The issuing body looks at it now. You are told as soon as it is decided.");
            return Pages.seeOther(BASE + "/" + id);
        }
        Optional<CaseFile> file =
                register.find(actor, id).filter(open -> open.status().editable());
        return file.map(open -> Pages.status(
                        422, shown(open, DeviceStep.REVIEW, Forms.refused(open.values(), submitted, List.of()))))
                .orElseGet(() -> Refused.page(submitted));
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Outcome<CaseFile> taken = register.takeBack(current.get(), id);
        if (!taken.isDone()) {
            return Refused.page(taken);
        }
        flash.say("good", "Taken back", "Nobody works on this application any more.");
        return Pages.seeOther(BASE);
    }

    @POST
    @Path("{id}/documents/{document}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeDocument(
            @PathParam("id") String id, @PathParam("document") String document, MultivaluedMap<String, String> sent) {
        Outcome<String> removed = documents.remove(current.get(), id, document);
        return removed.isDone() ? Pages.seeOther(BASE + "/" + id + "/documents") : Refused.page(removed);
    }

    @GET
    @Path("{id}/documents/{document}")
    @Produces(MediaType.WILDCARD)
    public Response document(@PathParam("id") String id, @PathParam("document") String document) {
        Outcome<KeepDocuments.Content> read = documents.read(current.get(), id, document);
        return read.result()
                .map(content -> Response.ok(content.bytes(), content.document().mediaType())
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\""
                                        + content.document().name().replaceAll("[^ -~]|\"", "_") + "\"")
                        .build())
                .orElseGet(() -> Refused.page(read));
    }

    private Page status(CaseFile file) {
        return Pages.page("office/registration")
                .with("file", file)
                .with("sections", Sections.of(file))
                .with("papers", documents.of(current.get(), file.id()))
                .with("paperBase", BASE + "/" + file.id() + "/documents/")
                .with("requestId", requestIds.fresh());
    }

    private Page shown(CaseFile file, DeviceStep step, FormState form) {
        Map<DeviceStep, List<Remark>> open = register.unfinished(file);
        List<StepMark> marks = Arrays.stream(DeviceStep.values())
                .map(each -> mark(file, each, step, open))
                .toList();
        return Pages.page("office/registration-step")
                .with("file", file)
                .with("step", step)
                .with("fields", DeviceForm.fields(step, file.values()))
                .with("form", form)
                .with("marks", marks)
                .with("open", open)
                .with("sections", step == DeviceStep.REVIEW ? Sections.of(file) : List.of())
                .with("papers", documents.of(current.get(), file.id()))
                .with("requestId", requestIds.fresh());
    }

    private static StepMark mark(CaseFile file, DeviceStep each, DeviceStep here, Map<DeviceStep, List<Remark>> open) {
        String state = each == here ? "here" : open.containsKey(each) ? "open" : "done";
        boolean last = each == DeviceStep.REVIEW;
        return new StepMark(address(file, each), each.number(), each.title(), last && each != here ? "open" : state);
    }

    private static String address(CaseFile file, DeviceStep step) {
        return BASE + "/" + file.id() + "/" + step.slug();
    }
}
