package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.MeterDesk;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of readings, and what was found in them. */
@Path("uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Readings")
public class UploadsResource {
    @Inject
    private MeterDesk desk;

    @Inject
    private CurrentActor actor;

    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN, "text/csv"})
    @Operation(
            summary = "Upload a file of readings",
            description = "At most 8 MiB. format: auto, csv, statement, mrets, energytag, greenbutton or ocmf.")
    public Response upload(
            @QueryParam("device") @DefaultValue("") String device,
            @QueryParam("format") @DefaultValue("auto") String format,
            InputStream body)
            throws IOException {
        byte[] content = body.readNBytes(MeterDesk.FILE_BYTES_MAX + 1);
        return Problems.answer(
                desk.upload(actor.get(), device, format, "body", content),
                answer -> Response.status(202).entity(answer).build());
    }

    @GET
    @Operation(summary = "Files of a device, newest first")
    public Response list(
            @QueryParam("device") @DefaultValue("") String device,
            @QueryParam("after") @DefaultValue("") String after) {
        return Problems.answer(desk.uploads(actor.get(), device, after), answer -> Response.ok(answer)
                .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One file with what was found in it, line by line")
    public Response find(@PathParam("id") String id) {
        return Problems.answer(
                desk.upload(actor.get(), id), answer -> Response.ok(answer).build());
    }
}
