package energy.registry.web.adapter.rest;

import energy.registry.web.application.FigureQueries;
import energy.registry.web.application.HistoryQueries;
import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.Slice;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit's result for everyone, and the ledger's events for overseers. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    @Inject
    private FigureQueries figures;

    @Inject
    private HistoryQueries history;

    @Inject
    private CurrentActor actor;

    @GET
    @Open
    @Path("summary")
    @Operation(summary = "Is any Wh counted twice, and is every issued Wh in its place?", description = "Public.")
    public AuditFigures summary() {
        return figures.audit();
    }

    @GET
    @Path("events")
    @Operation(summary = "The ledger's events, newest first", description = "Regulator and issuing body.")
    public Slice<HistoryEntry> events(@BeanParam Ask ask) {
        return history.all(actor.get(), ask.window());
    }

    @GET
    @Path("transactions/{txId}")
    @Operation(summary = "One ledger transaction with signers and proofs", description = "Regulator and issuing body.")
    public Response transaction(@PathParam("txId") String txId) {
        return Problems.answer(history.transaction(actor.get(), txId), json -> Response.ok(json)
                .build());
    }
}
