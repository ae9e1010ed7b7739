package energy.registry.web.adapter.rest;

import energy.registry.web.application.RetireInBulk;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.BulkRetirement;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Retiring against an hourly consumption: a draft, its confirmation, and carrying it out. */
@Path("bulk-retirements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retirements")
public class BulkRetirementsResource {
    @Inject
    private RetireInBulk bulks;

    @Inject
    private CurrentActor actor;

    /** A consumption file (CSV with a header) and the zone of lines that name none. */
    public record BulkBody(String csv, String zone) {}

    /** For whom and what for. */
    public record ClaimBody(
            Beneficiary beneficiary,
            String purpose,
            String mainReason,
            Instant periodStart,
            Instant periodEnd,
            String onBehalfOf,
            String note) {}

    @GET
    @Operation(summary = "The latest of one's organisation")
    public List<BulkRetirement> latest() {
        return bulks.latest(actor.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Match a consumption by the hour with holdings",
            description =
                    "Answers a draft: matched hours, scores, and the retirements it would take. Nothing is retired.")
    public Response draft(BulkBody body) {
        if (body == null || body.csv() == null) {
            return Bodies.missing();
        }
        return Problems.answer(
                bulks.draft(actor.get(), body.csv(), body.zone()),
                bulk -> Response.status(Response.Status.CREATED).entity(bulk).build());
    }

    @GET
    @Path("{bulkId}")
    @Operation(summary = "One bulk retirement and how far it has come")
    public BulkRetirement find(@PathParam("bulkId") String bulkId) {
        return bulks.find(actor.get(), bulkId).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{bulkId}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm a draft", description = "Confirming again changes nothing.")
    public Response confirm(@PathParam("bulkId") String bulkId, ClaimBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        RetirementRequest claim = new RetirementRequest(
                bulkId,
                List.of(),
                body.beneficiary(),
                body.purpose(),
                body.mainReason(),
                body.periodStart(),
                body.periodEnd(),
                body.onBehalfOf(),
                body.note());
        return Problems.answer(bulks.confirm(actor.get(), bulkId, claim), bulk -> Response.ok(bulk)
                .build());
    }

    @POST
    @Path("{bulkId}/carry-on")
    @Operation(
            summary = "Carry the next few retirements out",
            description = "Ask again until every batch is DONE or REFUSED; sending this twice retires nothing twice.")
    public Response carryOn(@PathParam("bulkId") String bulkId) {
        return Problems.answer(
                bulks.carryOn(actor.get(), bulkId), bulk -> Response.ok(bulk).build());
    }
}
