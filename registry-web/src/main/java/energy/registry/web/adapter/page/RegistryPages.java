package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Told;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.FigureQueries;
import energy.registry.web.application.HistoryQueries;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The whole registry for the regulator and the issuing body: search, devices, accounts. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public class RegistryPages {
    /** Events on the search page: a screenful; older ones page by page. */
    private static final int EVENTS = 20;

    @Inject
    CurrentActor current;

    @Inject
    HistoryQueries history;

    @Inject
    AccountQueries accounts;

    @Inject
    DeviceQueries devices;

    @Inject
    FigureQueries figures;

    @Inject
    Search search;

    @GET
    @Path("search")
    public Page search(@QueryParam("q") String words, @QueryParam("after") String after) {
        String q = words == null ? "" : words.strip();
        return Pages.page("search")
                .with("events", told(history.all(current.get(), new Window(after, EVENTS))))
                .with("q", q)
                .with("hits", search.find(current.get(), q));
    }

    static Worded<Slice<Told>> told(Slice<HistoryEntry> events) {
        return say -> events.map(event -> EventWords.in(event, say));
    }

    @GET
    @Path("registry/devices")
    public Page devices(
            @QueryParam("q") String words,
            @QueryParam("technology") String technology,
            @QueryParam("after") String after) {
        DeviceFilter filter = new DeviceFilter("", technology, "", words);
        String base = new Address("/app/registry/devices")
                .with("q", filter.search())
                .with("technology", filter.technology())
                .toString();
        Slice<DeviceRow> found = devices.directory(filter, Window.of(after));
        return Pages.page("devices")
                .with("sold", figures.attributes(found.items()))
                .with("filter", filter)
                .with("technologies", PublicPages.TECHNOLOGIES)
                .with("base", base)
                .with("devices", found);
    }

    @GET
    @Path("registry/accounts")
    public Page accounts(@QueryParam("after") String after) {
        return Pages.page("accounts").with("accounts", accounts.list(current.get(), Window.of(after)));
    }
}
