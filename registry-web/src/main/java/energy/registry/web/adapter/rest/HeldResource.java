package energy.registry.web.adapter.rest;

import energy.registry.web.application.DecideHeldClaim;
import energy.registry.web.application.HeldClaims;
import energy.registry.web.model.Decision;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims held for the issuing body. */
@Path("held")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Held claims")
public class HeldResource {
    @Inject
    private HeldClaims held;

    @Inject
    private DecideHeldClaim decide;

    @Inject
    private CurrentActor actor;

    /** The decision and why. */
    public record DecisionBody(Decision decision, String reason) {}

    @GET
    @Operation(summary = "Held intervals, oldest first", description = "Issuing body and regulator.")
    public Response list(@BeanParam Ask ask) {
        return Problems.answer(held.waiting(actor.get(), ask.window()), slice -> Response.ok(slice)
                .build());
    }

    @POST
    @Path("{digest}/{interval}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Release or reject a held interval", description = "Issuing body only.")
    public Response decide(@PathParam("digest") String digest, @PathParam("interval") int interval, DecisionBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        return Problems.answer(
                decide.decide(actor.get(), digest, interval, body.decision(), body.reason()),
                decision -> Response.ok(Map.of("decision", decision)).build());
    }
}
