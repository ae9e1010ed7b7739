package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.CommissionCamera;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where on a camera's picture the hub or the panels are. */
@Path("devices/{deviceId}/cameras/{cameraId}/commissioning")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cameras")
public class CommissioningResource {
    @Inject
    private CommissionCamera cameras;

    @Inject
    private CurrentActor actor;

    /** The picture's size in pixels, the picture itself (JPEG, at most 2 MiB), what was marked on it, and why. */
    public record MarksBody(
            int width,
            int height,
            CommissionCamera.Point hub,
            int radius,
            int blades,
            List<CommissionCamera.Point> polygon,
            byte[] picture,
            String reason) {
        CommissionCamera.Marks marks() {
            return new CommissionCamera.Marks(
                    width, height, hub, radius, blades, polygon == null ? List.of() : polygon);
        }
    }

    @GET
    @Operation(
            summary = "The marks in force, with those before them",
            description = "The device's owner and overseers.")
    public Response current(@PathParam("deviceId") String deviceId, @PathParam("cameraId") String cameraId) {
        return Problems.answer(cameras.current(actor.get(), deviceId, cameraId), found -> Response.ok(found)
                .build());
    }

    @GET
    @Path("picture.jpg")
    @Produces("image/jpeg")
    @Operation(summary = "The picture that was marked", description = "The device's owner and overseers.")
    public Response picture(@PathParam("deviceId") String deviceId, @PathParam("cameraId") String cameraId) {
        return Problems.answer(cameras.picture(actor.get(), deviceId, cameraId), found -> Response.ok(found)
                .build());
    }

    @POST
    @Asks
    @Path("proposal")
    @Consumes("image/jpeg")
    @Operation(
            summary = "Where hub or panels seem to be on a picture",
            description = "The device's owner and overseers. Nothing is kept.")
    public Response propose(
            @PathParam("deviceId") String deviceId, @PathParam("cameraId") String cameraId, InputStream body)
            throws IOException {
        byte[] picture = body.readNBytes(CommissionCamera.PICTURE_BYTES_MAX + 1);
        return Problems.answer(cameras.proposal(actor.get(), deviceId, cameraId, picture), found -> Response.ok(found)
                .build());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keep marks as the next version", description = "The device's owner and the issuing body.")
    public Response keep(
            @PathParam("deviceId") String deviceId, @PathParam("cameraId") String cameraId, MarksBody body) {
        if (body == null || body.picture() == null) {
            return Bodies.missing();
        }
        return Problems.answer(
                cameras.keep(actor.get(), deviceId, cameraId, body.marks(), body.picture(), body.reason()),
                version -> Response.ok(Map.of("version", version)).build());
    }
}
