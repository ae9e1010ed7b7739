package energy.registry.web.adapter.page;

import energy.registry.web.application.RetirementQueries;
import energy.registry.web.model.RetirementRow;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Anybody checks a retirement statement by its number. */
@Path("/verify")
@Produces(MediaType.TEXT_HTML)
public class VerifyPage {
    @Inject
    RetirementQueries retirements;

    @GET
    public Response form(@QueryParam("no") String number) {
        String no = StatementNumber.normal(number);
        return no.isEmpty()
                ? Pages.ok(Pages.page("verify").with("row", null).with("no", ""))
                : Pages.seeOther("/verify/" + no);
    }

    @GET
    @Path("{no}")
    public Response outcome(@PathParam("no") String number) {
        String no = StatementNumber.normal(number);
        Optional<RetirementRow> found = retirements.find(no);
        var page = Pages.page("verify").with("row", found.orElse(null)).with("no", no);
        return found.isPresent() ? Pages.ok(page) : Pages.status(404, page);
    }
}
