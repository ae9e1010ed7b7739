package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.ReadProduction;
import energy.registry.web.model.office.ProducedRow;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Certified energy of one's own devices, summed up. */
@Path("production")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
public class ProductionResource {
    @Inject
    private ReadProduction production;

    @Inject
    private CurrentActor actor;

    @GET
    @Path("months")
    @Operation(summary = "By device and month, newest first", description = "At most 600 rows.")
    public List<ProducedRow> months() {
        return production.months(actor.get());
    }

    @GET
    @Path("hours")
    @Operation(summary = "By device and hour of one UTC day", description = "day like 2026-01-31. At most 600 rows.")
    public Response hours(@QueryParam("day") String day) {
        try {
            return Response.ok(production.hours(actor.get(), LocalDate.parse(String.valueOf(day))))
                    .build();
        } catch (DateTimeParseException wrong) {
            return Problems.of(energy.registry.web.model.Refusal.invalid(
                    "day", String.valueOf(day), "Give a UTC day such as 2026-01-31."));
        }
    }
}
