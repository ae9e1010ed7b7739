package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.CommissionCamera;
import energy.registry.web.model.Actor;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Marking hub or panels on a camera's picture. */
@Path("/app/my/devices/{device}/cameras/{camera}")
@Produces(MediaType.TEXT_HTML)
public class CommissioningPages {
    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    CommissionCamera cameras;

    @GET
    public Page camera(@PathParam("device") String deviceId, @PathParam("camera") String cameraId) {
        Actor actor = current.get();
        DeviceRow device = cameras.device(actor, deviceId, cameraId).orElseThrow(NotFoundException::new);
        Outcome<Map<String, Object>> now = cameras.current(actor, deviceId, cameraId);
        return Pages.page("office/commissioning")
                .with("device", device)
                .with("camera", cameraId)
                .with("inForce", now.result().orElse(Map.of()))
                .with("requestId", requestIds.fresh());
    }

    @GET
    @Path("picture.jpg")
    @Produces("image/jpeg")
    public Response picture(@PathParam("device") String deviceId, @PathParam("camera") String cameraId) {
        Outcome<byte[]> picture = cameras.picture(current.get(), deviceId, cameraId);
        return picture.result()
                .map(bytes -> Response.ok(bytes, "image/jpeg").build())
                .orElseGet(() -> Refused.page(picture));
    }
}
