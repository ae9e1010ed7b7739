package energy.registry.web.adapter.rest;

import energy.registry.web.application.DeviceQueries;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Slice;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices: open to everyone. */
@Path("devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
public class DevicesResource {
    @Inject
    private DeviceQueries devices;

    @GET
    @Open
    @Operation(summary = "Registered devices", description = "Public.")
    public Slice<DeviceRow> list(
            @QueryParam("owner") String owner,
            @QueryParam("technology") String technology,
            @QueryParam("country") String country,
            @QueryParam("q") String search,
            @BeanParam Ask ask) {
        return devices.directory(new DeviceFilter(owner, technology, country, search), ask.window());
    }

    @GET
    @Open
    @Path("{deviceId}")
    @Operation(summary = "One device of the directory", description = "Public.")
    public DeviceRow find(@PathParam("deviceId") String deviceId) {
        return devices.find(deviceId).orElseThrow(NotFoundException::new);
    }
}
