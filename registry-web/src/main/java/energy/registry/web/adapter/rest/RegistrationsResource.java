package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.DeviceForm;
import energy.registry.web.application.office.DeviceStep;
import energy.registry.web.application.office.RegisterDevice;
import energy.registry.web.application.office.ReviewDevice;
import energy.registry.web.model.Slice;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.Remark;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices on their way into the registry. */
@Path("registrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Device registrations")
public class RegistrationsResource {
    @Inject
    private RegisterDevice register;

    @Inject
    private ReviewDevice review;

    @Inject
    private CurrentActor actor;

    /** The issuing body's ruling and why. */
    public record RulingBody(ReviewDevice.Ruling ruling, String reason) {}

    /** Whether the regulator agrees, and why. */
    public record ConsentBody(boolean agreed, String reason) {}

    @GET
    @Operation(summary = "Applications of one's own organisation", description = "Newest first.")
    public Slice<CaseFile> mine(@BeanParam Ask ask) {
        return register.mine(actor.get(), ask.window());
    }

    @GET
    @Path("waiting")
    @Operation(summary = "Applications that wait for a decision", description = "Issuing body and regulator.")
    public Slice<CaseFile> waiting(@BeanParam Ask ask) {
        return review.waiting(actor.get(), ask.window());
    }

    @GET
    @Path("all")
    @Operation(summary = "Every application that was ever submitted", description = "Issuing body and regulator.")
    public Slice<CaseFile> all(@BeanParam Ask ask) {
        return review.all(actor.get(), ask.window());
    }

    @GET
    @Path("{id}/review")
    @Operation(
            summary = "One submitted application, with devices that share its place or an identity",
            description = "Issuing body and regulator.")
    public Map<String, Object> look(@PathParam("id") String id) {
        CaseFile file = review.find(actor.get(), id).orElseThrow(NotFoundException::new);
        return Map.of("application", file, "neighbours", review.neighbours(file));
    }

    @POST
    @Operation(
            summary = "Begin an application",
            description = "Role generator. The same Idempotency-Key opens one draft.")
    public Response begin(@HeaderParam("Idempotency-Key") String key) {
        return Problems.answer(
                register.begin(actor.get(), key),
                file -> Response.status(Response.Status.CREATED).entity(file).build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One application, with what is not finished, by step")
    public Map<String, Object> find(@PathParam("id") String id) {
        CaseFile file = register.find(actor.get(), id).orElseThrow(NotFoundException::new);
        Map<String, List<Remark>> unfinished = new LinkedHashMap<>();
        register.unfinished(file).forEach((step, remarks) -> unfinished.put(step.slug(), remarks));
        return Map.of("application", file, "unfinished", unfinished);
    }

    @GET
    @Path("{id}/{step}")
    @Operation(summary = "The questions of a step", description = "Some depend on the answers already given.")
    public List<Field> fields(@PathParam("id") String id, @PathParam("step") String slug) {
        CaseFile file = register.find(actor.get(), id).orElseThrow(NotFoundException::new);
        return DeviceForm.fields(DeviceStep.of(slug).orElseThrow(NotFoundException::new), file.values());
    }

    @PUT
    @Path("{id}/{step}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answer a step",
            description = "Answers are kept even where remarks say that something is wrong with them.")
    public Response save(@PathParam("id") String id, @PathParam("step") String slug, Map<String, String> answers) {
        if (answers == null) {
            return Bodies.missing();
        }
        DeviceStep step = DeviceStep.of(slug).orElseThrow(NotFoundException::new);
        return Problems.answer(register.save(actor.get(), id, step, answers), saved -> Response.ok(saved)
                .build());
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Submit to the issuing body")
    public Response submit(@PathParam("id") String id) {
        return Problems.answer(
                register.submit(actor.get(), id), file -> Response.ok(file).build());
    }

    @POST
    @Path("{id}/ruling")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve, refer back or reject", description = "Issuing body only.")
    public Response decide(@PathParam("id") String id, RulingBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        return Problems.answer(review.decide(actor.get(), id, body.ruling(), body.reason()), file -> Response.ok(file)
                .build());
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(summary = "Take an application back", description = "The applicant.")
    public Response takeBack(@PathParam("id") String id) {
        return Problems.answer(
                register.takeBack(actor.get(), id), file -> Response.ok(file).build());
    }

    @POST
    @Path("{id}/consent")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Agree to a device in the place of another, or do not", description = "Regulator only.")
    public Response consent(@PathParam("id") String id, ConsentBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        return Problems.answer(review.consent(actor.get(), id, body.agreed(), body.reason()), file -> Response.ok(file)
                .build());
    }
}
