package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.chart.DeviceMap;
import energy.registry.web.adapter.page.view.ZoneShare;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.FigureQueries;
import energy.registry.web.application.RetirementQueries;
import energy.registry.web.model.AttributesSold;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What anybody may see without an account: the figures, the devices, the double-count check. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PublicPages {
    /** Retirements on the home page: what fits beside the zones. */
    private static final int LATEST = 6;
    /** Devices that the zone table sums over. */
    private static final int DEVICES_SUMMED_MAX = Window.ROWS_MAX;

    static final List<String> TECHNOLOGIES = List.of("WIND", "SOLAR", "HYDRO");

    @Inject
    FigureQueries figures;

    @Inject
    DeviceQueries devices;

    @Inject
    RetirementQueries retirements;

    @GET
    public Page home() {
        List<DeviceRow> all = devices.directory(DeviceFilter.ALL, Window.first(DEVICES_SUMMED_MAX))
                .items();
        return Pages.page("home")
                .with("totals", figures.registry())
                .with("zones", ZoneShare.of(all))
                .with("map", DeviceMap.of(all))
                .with("retirements", retirements.latest(LATEST).items());
    }

    @GET
    @Path("devices")
    public Page directory(
            @QueryParam("q") String search,
            @QueryParam("technology") String technology,
            @QueryParam("after") String after) {
        DeviceFilter filter = new DeviceFilter("", technology, "", search);
        String base = new Address("/devices")
                .with("q", filter.search())
                .with("technology", filter.technology())
                .toString();
        Slice<DeviceRow> found = devices.directory(filter, Window.of(after));
        return Pages.page("devices")
                .with("sold", figures.attributes(found.items()))
                .with("filter", filter)
                .with("technologies", TECHNOLOGIES)
                .with("base", base)
                .with("devices", found);
    }

    @GET
    @Path("devices/{id}")
    public Page device(@PathParam("id") String id) {
        DeviceRow device = devices.find(id).orElseThrow(NotFoundException::new);
        return Pages.page("device")
                .with("device", device)
                .with("sold", figures.attributes(List.of(device)).getOrDefault(id, AttributesSold.NONE))
                .with("own", false)
                .with("detailed", false);
    }

    @GET
    @Path("audit")
    public Page audit() {
        return Pages.page("audit").with("audit", figures.audit());
    }

    @GET
    @Path("docs")
    public Page docs() {
        return Pages.page("docs");
    }
}
