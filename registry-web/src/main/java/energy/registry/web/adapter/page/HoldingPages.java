package energy.registry.web.adapter.page;

import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.Window;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an organisation holds: one by one, or summed up by month, device or hour of the day. */
@Path("/app/holdings")
@Produces(MediaType.TEXT_HTML)
public class HoldingPages {
    static final List<String> GROUPS = List.of("MONTH", "DEVICE", "HOUR");

    @Inject
    CurrentActor current;

    @Inject
    CertificateQueries certificates;

    @GET
    public Page holdings(
            @QueryParam("group") String group,
            @QueryParam("device") String device,
            @QueryParam("month") String month,
            @QueryParam("after") String after,
            @QueryParam("done") String done) {
        Actor actor = current.get();
        boolean grouped = group != null && GROUPS.contains(group);
        String base = new Address("/app/holdings")
                .with("device", device)
                .with("month", month)
                .toString();
        Page page = Pages.page("holdings")
                .with("group", grouped ? group : "")
                .with("groups", grouped ? certificates.holdingsBy(actor, group) : List.of())
                .with("device", device == null ? "" : device)
                .with("month", month == null ? "" : month)
                .with("base", base)
                .with("certificates", certificates.list(actor, filter(actor, device, month), Window.of(after)));
        return Pages.announced(page, done);
    }

    private static CertificateFilter filter(Actor actor, String device, String month) {
        Optional<LocalDate> first = Typed.date(month == null ? "" : month + "-01");
        return new CertificateFilter(
                actor.organisation(),
                device,
                CertificateFilter.LIVE,
                "",
                "",
                first.map(Typed::startOf).orElse(null),
                first.map(day -> Typed.startOf(day.plusMonths(1))).orElse(null));
    }

    /** Where people kept a bookmark. */
    @GET
    @Path("{id}/retire")
    public Response retire(@PathParam("id") String id) {
        return Pages.seeOther(new Address("/app/retire").with("id", id).toString());
    }
}
