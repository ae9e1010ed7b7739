package energy.registry.web.adapter.rest;

import energy.registry.web.application.RebuildReadModel;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Care of the read model. */
@Path("read-model")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class ReadModelResource {
    @Inject
    private RebuildReadModel rebuild;

    @Inject
    private CurrentActor actor;

    @POST
    @Path("rebuild")
    @Operation(
            summary = "Empty the read model and fill it again from the ledger",
            description = "Regulator and issuing body.")
    public Response rebuild() {
        return Problems.answer(
                rebuild.rebuild(actor.get()),
                before -> Response.accepted(Map.of("previousLastSeq", before)).build());
    }
}
