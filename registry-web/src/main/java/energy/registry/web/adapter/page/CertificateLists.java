package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.Window;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Lists of certificates: a generator's own, and all of them for the regulator and the issuing body. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public class CertificateLists {
    private static final List<String> STATUSES =
            List.of("LIVE", "ACTIVE", "OFFERED", "RETIRED", "WITHDRAWN", "EXPIRED", "EXPORTED", "STORED", "SUPERSEDED");
    private static final String MINE = "/app/my/certificates";
    private static final String ALL = "/app/registry/certificates";

    @Inject
    CurrentActor current;

    @Inject
    CertificateQueries certificates;

    /** The filter as it stands in the address. */
    public static class Query {
        @QueryParam("device")
        String device;

        @QueryParam("owner")
        String owner;

        @QueryParam("status")
        String status;

        @QueryParam("from")
        String from;

        @QueryParam("until")
        String until;

        @QueryParam("after")
        String after;

        CertificateFilter filter(String otherwise) {
            Instant start = Typed.date(from).map(Typed::startOf).orElse(null);
            Instant end = Typed.date(until).map(Typed::startOf).orElse(null);
            return new CertificateFilter(owner, device, status == null ? otherwise : status, "", "", start, end);
        }

        String base(String path) {
            return new Address(path)
                    .with("device", device)
                    .with("owner", owner)
                    .with("status", status)
                    .with("from", from)
                    .with("until", until)
                    .toString();
        }
    }

    @GET
    @Path("my/certificates")
    public Page mine(@BeanParam Query query, @QueryParam("done") String done) {
        Page page = list(query, MINE, "LIVE")
                .with("heading", word("nav.certificates"))
                .with("lead", word("certificates.lead"))
                .with("all", false)
                .with("emptyText", word("certificates.none-mine"));
        return Pages.announced(page, done);
    }

    @GET
    @Path("registry/certificates")
    public Page all(@BeanParam Query query) {
        return list(query, ALL, "LIVE")
                .with("heading", word("certificates.all"))
                .with("lead", word("certificates.lead-all"))
                .with("all", current.get().seesEverything())
                .with("emptyText", word("certificates.none-all"));
    }

    private static Worded<String> word(String key) {
        return say -> say.word(key);
    }

    private Page list(Query query, String path, String status) {
        CertificateFilter filter = query.filter(status);
        return Pages.page("certificates")
                .with("filter", filter)
                .with("statuses", STATUSES)
                .with("base", query.base(path))
                .with("clear", path + "?status=")
                .with("certificates", certificates.list(current.get(), filter, Window.of(query.after)));
    }
}
