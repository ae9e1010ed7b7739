package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.RetirementQueries;
import energy.registry.web.application.office.PerformAct;
import energy.registry.web.model.Actor;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Retirement statements of an organisation, or of all; and its money. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public class StatementPages {
    /** Trades beside the movements of money: the newest ones. */
    private static final int TRADES = 20;

    /** As the contract has it. */
    private static final Duration REVERSIBLE = Duration.ofHours(24);

    @Inject
    CurrentActor current;

    @Inject
    RetirementQueries retirements;

    @Inject
    AccountQueries accounts;

    @Inject
    Clock clock;

    @Context
    UriInfo uri;

    @GET
    @Path("statements")
    public Page statements(@QueryParam("after") String after) {
        return list("nav.statements", "/app/statements", false, after);
    }

    @GET
    @Path("registry/retirements")
    public Page all(@QueryParam("after") String after) {
        return list(
                "retirements.all", "/app/registry/retirements", current.get().seesEverything(), after);
    }

    private Page list(String heading, String base, boolean all, String after) {
        return Pages.page("retirements")
                .with("heading", (Worded<String>) say -> say.word(heading))
                .with("all", all)
                .with("base", base)
                .with("retirements", retirements.withoutLines(current.get(), Window.of(after)));
    }

    @GET
    @Path("statements/{no}")
    public Response statement(@PathParam("no") String number, @QueryParam("done") String done) {
        String no = StatementNumber.normal(number);
        boolean fresh = "retired".equals(done);
        return retirements
                .find(no)
                .map(row -> Pages.ok(Pages.page("retirement")
                        .with("row", row)
                        .with("fresh", fresh)
                        .with("acts", acts(row))
                        .with(
                                "verifyUrl",
                                uri.getBaseUriBuilder()
                                        .path("verify")
                                        .path(no)
                                        .build()
                                        .toString())))
                .orElseGet(() -> Pages.status(
                        fresh ? 202 : 404,
                        Pages.page(fresh ? "pending" : "verify")
                                .with("row", null)
                                .with("no", no)));
    }

    /** What its owner may still do about it: later than this the contract lets nobody. */
    private List<Act> acts(RetirementRow row) {
        Actor actor = current.get();
        boolean mayAct = actor.belongsTo(row.owner())
                && !row.reversed()
                && clock.instant().isBefore(row.retiredAt().plus(REVERSIBLE));
        return mayAct ? PerformAct.offered(actor, ActSubject.RETIREMENT) : List.of();
    }

    @GET
    @Path("balance")
    public Page balance(@QueryParam("after") String after) {
        Actor actor = current.get();
        return Pages.page("balance")
                .with("balances", accounts.balances(actor, actor.organisation()))
                .with("movements", accounts.movements(actor, Window.of(after)))
                .with("trades", accounts.trades(actor, Window.first(TRADES)));
    }
}
