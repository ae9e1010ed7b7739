package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.MeterDesk;
import energy.registry.web.application.office.ReadFreezes;
import energy.registry.web.model.Outcome;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was found in readings, what was refused, the keys that sign them, the rules that judge them, and what is frozen. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Readings")
public class MeterDeskResource {
    @Inject
    private MeterDesk desk;

    @Inject
    private ReadFreezes freezes;

    @Inject
    private CurrentActor actor;

    @GET
    @Path("findings")
    @Operation(
            summary = "What rules of plausibility found, newest first",
            description = "Of one device, for its owner; of all, for issuing body and regulator. outcome: FLAG, HOLD or"
                    + " REJECT; none for all.")
    public Response findings(
            @QueryParam("device") @DefaultValue("") String device,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("after") @DefaultValue("") String after) {
        return answer(desk.findings(actor.get(), device, outcome, after));
    }

    @GET
    @Path("quarantine")
    @Operation(
            summary = "Readings that were refused and kept, newest first",
            description = "Of one device, for its owner; of all, for issuing body and regulator.")
    public Response quarantine(
            @QueryParam("device") @DefaultValue("") String device,
            @QueryParam("after") @DefaultValue("") String after) {
        return answer(desk.quarantine(actor.get(), device, after));
    }

    @GET
    @Path("device-keys")
    @Operation(
            summary = "Keys of meters and cameras",
            description =
                    "Of one device, for its owner; of all, for issuing body and regulator. status: PENDING, APPROVED, …")
    public Response keys(
            @QueryParam("device") @DefaultValue("") String device,
            @QueryParam("status") @DefaultValue("") String status) {
        return answer(desk.keys(actor.get(), device, status));
    }

    @GET
    @Path("plausibility-rules")
    @Operation(summary = "The rules that judge readings", description = "Everyone who has signed in.")
    public Response rules() {
        return answer(desk.rules(actor.get()));
    }

    @GET
    @Path("freezes")
    @Operation(summary = "What is frozen now, with reason and end", description = "Issuing body and regulator.")
    public Response freezes() {
        return answer(freezes.inForce(actor.get()));
    }

    private static Response answer(Outcome<Map<String, Object>> outcome) {
        return Problems.answer(outcome, found -> Response.ok(found).build());
    }
}
