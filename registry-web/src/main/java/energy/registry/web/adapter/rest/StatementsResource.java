package energy.registry.web.adapter.rest;

import energy.registry.web.application.StatementQueries;
import energy.registry.web.model.Refusal;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What meters said, what cameras saw and what came of it. */
@Path("statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements")
public class StatementsResource {
    @Inject
    private StatementQueries statements;

    @Inject
    private CurrentActor actor;

    @GET
    @Operation(summary = "Intervals of a device's meter statements", description = "The device's owner and overseers.")
    public Response list(
            @QueryParam("device") String device,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @BeanParam Ask ask) {
        if (device == null || device.isEmpty()) {
            return Problems.of(Refusal.invalid("device", "", "Name the device whose statements you want."));
        }
        return Problems.answer(
                statements.ofDevice(actor.get(), device, Ask.instant(from), Ask.instant(to), ask.window()),
                slice -> Response.ok(slice).build());
    }

    @GET
    @Path("{digest}")
    @Operation(summary = "Every interval of one statement")
    public Response find(@PathParam("digest") String digest) {
        return Problems.answer(statements.intervals(actor.get(), digest), rows -> Response.ok(rows)
                .build());
    }

    @GET
    @Path("{digest}/clips/{clip}/kymograph.png")
    @Produces("image/png")
    @Operation(summary = "The picture that shows the blades passing")
    public Response kymograph(@PathParam("digest") String digest, @PathParam("clip") String clip) {
        return Problems.answer(statements.kymograph(actor.get(), digest, clip), StatementsResource::picture);
    }

    @GET
    @Path("{digest}/clips/{clip}/frame/{number}.jpg")
    @Produces("image/jpeg")
    @Operation(summary = "One frame of a clip")
    public Response frame(
            @PathParam("digest") String digest, @PathParam("clip") String clip, @PathParam("number") int number) {
        return Problems.answer(statements.frame(actor.get(), digest, clip, number), StatementsResource::picture);
    }

    @GET
    @Path("{digest}/clips/{clip}/record")
    @Operation(summary = "The measurement's evidence record")
    public Response record(@PathParam("digest") String digest, @PathParam("clip") String clip) {
        return Problems.answer(statements.record(actor.get(), digest, clip), json -> Response.ok(json)
                .build());
    }

    private static Response picture(byte[] bytes) {
        return Response.ok(bytes)
                .header("Cache-Control", "private, max-age=3600")
                .build();
    }
}
