package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.JoinRegistry;
import energy.registry.web.model.Slice;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The issuing body's desk for organisations that ask for an account. */
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Joining")
public class OrganisationsResource {
    @Inject
    private JoinRegistry join;

    @Inject
    private CurrentActor actor;

    /** Accepted or not, and why. */
    public record AcceptanceBody(boolean accepted, String reason) {}

    @GET
    @Operation(summary = "Organisations that asked for an account", description = "Issuing body and regulator.")
    public Slice<CaseFile> list(@QueryParam("waiting") @DefaultValue("false") boolean waiting, @BeanParam Ask ask) {
        return join.list(actor.get(), waiting, ask.window());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One application", description = "Issuing body and regulator.")
    public CaseFile find(@PathParam("id") String id) {
        return join.find(actor.get(), id).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{id}/ruling")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open the account, or decline", description = "Issuing body only.")
    public Response decide(@PathParam("id") String id, AcceptanceBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        return Problems.answer(join.decide(actor.get(), id, body.accepted(), body.reason()), file -> Response.ok(file)
                .build());
    }
}
