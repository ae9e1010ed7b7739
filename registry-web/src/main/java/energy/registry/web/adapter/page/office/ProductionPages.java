package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.ReadProduction;
import energy.registry.web.model.Actor;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What one's devices were certified for, by month and by hour. */
@Path("/app/my/production")
@Produces(MediaType.TEXT_HTML)
public class ProductionPages {
    @Inject
    CurrentActor current;

    @Inject
    Clock clock;

    @Inject
    ReadProduction production;

    @GET
    public Page production(@QueryParam("day") String asked) {
        Actor actor = current.get();
        LocalDate day = day(asked);
        return Pages.page("office/production")
                .with("months", production.months(actor))
                .with("hours", production.hours(actor, day))
                .with("day", day);
    }

    private LocalDate day(String asked) {
        try {
            return LocalDate.parse(asked == null ? "" : asked);
        } catch (DateTimeException none) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
    }
}
