package energy.registry.web.adapter.rest;

import energy.registry.web.application.TransferCertificates;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TransferEnd;
import energy.registry.web.model.TransferRequest;
import energy.registry.web.model.TransferRow;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Handing certificates over without money: proposed by the owner, accepted or rejected by the receiver. */
@Path("transfers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfers")
public class TransfersResource {
    @Inject
    private TransferCertificates transfers;

    @Inject
    private CurrentActor actor;

    /** What goes to whom; it comes back when nobody has accepted by {@code until}, at most 72 hours ahead. */
    public record TransferBody(List<LotItem> items, String receiver, Instant until, String reference) {}

    /** Why; a rejection needs a reason. */
    public record EndBody(String reason) {}

    @GET
    @Operation(summary = "Transfers that one's organisation sent or received, newest first")
    public Slice<TransferRow> list(@BeanParam Ask ask) {
        return transfers.list(actor.get(), ask.window());
    }

    @GET
    @Path("{transferId}")
    @Operation(summary = "One transfer")
    public TransferRow find(@PathParam("transferId") String transferId) {
        return transfers.find(actor.get(), transferId).orElseThrow(NotFoundException::new);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Propose a transfer")
    public Response propose(@HeaderParam("Idempotency-Key") String key, TransferBody body) {
        if (body == null || Bodies.lacks(body.items())) {
            return Bodies.missing();
        }
        TransferRequest request =
                new TransferRequest(key, body.items(), body.receiver(), body.until(), body.reference());
        return Problems.answer(
                transfers.propose(actor.get(), request),
                done -> Response.status(Response.Status.CREATED).entity(done).build());
    }

    @POST
    @Path("{transferId}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Accept, as the receiver")
    public Response accept(@HeaderParam("Idempotency-Key") String key, @PathParam("transferId") String transferId) {
        return end(key, transferId, TransferEnd.ACCEPT, null);
    }

    @POST
    @Path("{transferId}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reject, as the receiver")
    public Response reject(
            @HeaderParam("Idempotency-Key") String key, @PathParam("transferId") String transferId, EndBody body) {
        return end(key, transferId, TransferEnd.REJECT, body);
    }

    @POST
    @Path("{transferId}/recall")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Recall, as the sender")
    public Response recall(
            @HeaderParam("Idempotency-Key") String key, @PathParam("transferId") String transferId, EndBody body) {
        return end(key, transferId, TransferEnd.RECALL, body);
    }

    private Response end(String key, String transferId, TransferEnd end, EndBody body) {
        String reason = body == null || body.reason() == null ? "" : body.reason();
        return Problems.answer(
                transfers.end(actor.get(), key, transferId, end, reason),
                txId -> Response.ok(Map.of("txId", txId)).build());
    }
}
