package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.chart.DailyChart;
import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Fact;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.FigureQueries;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Balance;
import energy.registry.web.model.DailyEnergy;
import energy.registry.web.model.Totals;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** Where everybody lands after signing in: the figures that matter to the role, and what to do next. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public class DashboardPage {
    /** Days in the chart: a month, so that a weekday can be compared with its like. */
    private static final int DAYS = 31;

    @Inject
    CurrentActor current;

    @Inject
    FigureQueries figures;

    @Inject
    AccountQueries accounts;

    @GET
    public Page dashboard() {
        Actor actor = current.get();
        List<DailyEnergy> days = actor.seesEverything() ? figures.daily(DAYS) : figures.myDaily(actor, DAYS);
        return Pages.page("dashboard")
                .with("lead", lead(actor))
                .with("figures", figures(actor))
                .with("tasks", DashboardTasks.of(actor))
                .with("days", days)
                .with("daily", DailyChart.of(days));
    }

    private static Worded<String> lead(Actor actor) {
        String whose = actor.isGenerator() ? "generator" : "buyer";
        return say -> say.word("dashboard.lead." + (actor.seesEverything() ? "overseer" : whose));
    }

    private Worded<List<Fact>> figures(Actor actor) {
        Totals totals = actor.seesEverything() ? figures.registry() : figures.mine(actor);
        List<Balance> balances = actor.seesEverything() ? List.of() : accounts.balances(actor, actor.organisation());
        return say -> figures(actor, totals, balances, say);
    }

    static List<Fact> figures(Actor actor, Totals totals, List<Balance> balances, Display say) {
        List<Fact> facts = new ArrayList<>();
        if (!actor.isBuyer()) {
            facts.add(new Fact(say.word("dashboard.devices"), say.count(totals.devices())));
            facts.add(new Fact(say.word("dashboard.issued"), say.energy(totals.issuedWh())));
        }
        String live = actor.seesEverything() ? "dashboard.live" : "dashboard.held";
        facts.add(new Fact(say.word(live), say.energy(totals.liveWh())));
        facts.add(new Fact(say.word("dashboard.offered"), say.energy(totals.offeredWh())));
        facts.add(new Fact(say.word("dashboard.retired"), say.energy(totals.retiredWh())));
        for (Balance balance : balances) {
            facts.add(new Fact(say.word("dashboard.balance"), say.money(balance.amountMinor(), balance.currency())));
        }
        return facts;
    }
}
