package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.FigureQueries;
import energy.registry.web.application.office.PerformAct;
import energy.registry.web.model.AccountRow;
import energy.registry.web.model.Actor;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One organisation's account, as the offices see it, with what they may do to it. */
@Path("/app/office/accounts")
@Produces(MediaType.TEXT_HTML)
public class AccountPages {
    @Inject
    CurrentActor current;

    @Inject
    AccountQueries accounts;

    @Inject
    FigureQueries figures;

    @GET
    @Path("{id}")
    public Page account(@PathParam("id") String id) {
        Actor actor = current.get();
        AccountRow account =
                accounts.find(actor, id).filter(found -> actor.seesEverything()).orElseThrow(NotFoundException::new);
        return Pages.page("office/account")
                .with("account", account)
                .with("balances", accounts.balances(actor, id))
                .with("totals", figures.ofAccount(actor, id))
                .with("acts", PerformAct.offered(actor, ActSubject.ACCOUNT));
    }
}
