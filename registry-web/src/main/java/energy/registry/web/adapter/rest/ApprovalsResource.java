package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.AgreeToRequest;
import energy.registry.web.application.office.FourEyes;
import energy.registry.web.model.ApprovalLimits;
import energy.registry.web.model.Slice;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An organisation's own second person for large purchases and retirements. */
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
public class ApprovalsResource {
    @Inject
    private FourEyes fourEyes;

    @Inject
    private AgreeToRequest requests;

    @Inject
    private CurrentActor actor;

    /** The limits wanted, and why. */
    public record LimitsBody(ApprovalLimits limits, String reason) {}

    /** Agreed or not, and why. */
    public record DecisionBody(boolean agreed, String reason) {}

    @GET
    @Operation(summary = "Requests that wait or were decided, newest first")
    public Slice<CaseFile> list(@BeanParam Ask ask) {
        return requests.list(actor.get(), ask.window());
    }

    @GET
    @Path("limits")
    @Operation(summary = "Above which amounts a second person is needed")
    public ApprovalLimits limits() {
        return fourEyes.limits(actor.get());
    }

    @PUT
    @Path("limits")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change the limits",
            description = "Stricter ones hold at once; looser ones wait for a colleague.")
    public Response change(@HeaderParam("Idempotency-Key") String key, LimitsBody body) {
        if (body == null || body.limits() == null) {
            return Bodies.missing();
        }
        return Problems.answer(
                fourEyes.change(actor.get(), key, body.limits(), body.reason()),
                limits -> Response.ok(limits).build());
    }

    @POST
    @Path("{requestId}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Agree to a colleague's request, or decline it")
    public Response decide(@PathParam("requestId") String requestId, DecisionBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        return Problems.answer(
                requests.decide(actor.get(), requestId, body.agreed(), body.reason()),
                file -> Response.ok(file).build());
    }
}
