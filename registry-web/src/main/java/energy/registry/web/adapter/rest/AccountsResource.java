package energy.registry.web.adapter.rest;

import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.FigureQueries;
import energy.registry.web.model.AccountRow;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Balance;
import energy.registry.web.model.Movement;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Totals;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts of organisations. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class AccountsResource {
    @Inject
    private AccountQueries accounts;

    @Inject
    private FigureQueries figures;

    @Inject
    private CurrentActor actor;

    @GET
    @Operation(summary = "All accounts", description = "Overseers only.")
    public Slice<AccountRow> list(@BeanParam Ask ask) {
        return accounts.list(actor.get(), ask.window());
    }

    @GET
    @Path("{accountId}")
    @Operation(summary = "One account")
    public AccountRow find(@PathParam("accountId") String accountId) {
        return accounts.find(actor.get(), accountId).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("movements")
    @Operation(summary = "Every change of one's own organisation's money, newest first")
    public Slice<Movement> movements(@BeanParam Ask ask) {
        return accounts.movements(actor.get(), ask.window());
    }

    @GET
    @Path("{accountId}/totals")
    @Operation(summary = "Devices, energy, trades and retirements of an account in all")
    public Totals totals(@PathParam("accountId") String accountId) {
        Actor who = actor.get();
        AccountRow account = accounts.find(who, accountId).orElseThrow(NotFoundException::new);
        return figures.ofAccount(who, account.accountId());
    }

    @GET
    @Path("{accountId}/balances")
    @Operation(summary = "Money of an account")
    public List<Balance> balances(@PathParam("accountId") String accountId) {
        Actor who = actor.get();
        AccountRow account = accounts.find(who, accountId).orElseThrow(NotFoundException::new);
        return accounts.balances(who, account.accountId());
    }
}
