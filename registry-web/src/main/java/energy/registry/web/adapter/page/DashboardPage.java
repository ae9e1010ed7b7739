package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.chart.DailyChart;
import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.view.Fact;
import energy.registry.web.adapter.page.view.Task;
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
                .with("tasks", tasks(actor))
                .with("days", days)
                .with("daily", DailyChart.of(days));
    }

    private static String lead(Actor actor) {
        if (actor.seesEverything()) {
            return "The whole registry, as the regulator's node recorded it.";
        }
        return actor.isGenerator()
                ? "Your devices, what they were certified for, and what it earned."
                : "What you hold, what you have claimed, and what you can spend.";
    }

    private List<Fact> figures(Actor actor) {
        Display say = Pages.display();
        Totals totals = actor.seesEverything() ? figures.registry() : figures.mine(actor);
        List<Fact> facts = new ArrayList<>();
        if (!actor.isBuyer()) {
            facts.add(new Fact("devices", say.count(totals.devices())));
            facts.add(new Fact("certified in all", say.energy(totals.issuedWh())));
        }
        facts.add(new Fact(actor.seesEverything() ? "in circulation" : "held now", say.energy(totals.liveWh())));
        facts.add(new Fact("for sale", say.energy(totals.offeredWh())));
        facts.add(new Fact("retired", say.energy(totals.retiredWh())));
        if (!actor.seesEverything()) {
            for (Balance balance : accounts.balances(actor, actor.organisation())) {
                facts.add(new Fact("balance", say.money(balance.amountMinor(), balance.currency())));
            }
        }
        return facts;
    }

    private static List<Task> tasks(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        if (actor.isGenerator()) {
            tasks.add(new Task(
                    "/app/my/devices",
                    "See how your devices do",
                    "Each interval with its verdict, its evidence, and why."));
            tasks.add(new Task(
                    "/app/my/certificates?status=ACTIVE",
                    "Offer certificates for sale",
                    "Name a price per MWh; buyers take as much as they need."));
            tasks.add(new Task(
                    "/app/my/registrations",
                    "Register a device",
                    "Ten short steps, kept as a draft until you submit them."));
            tasks.add(new Task(
                    "/app/my/production",
                    "Certified energy by month",
                    "By month, device and hour, as the ledger counts it."));
            tasks.add(new Task("/app/balance", "Look at your proceeds", "Every sale with its ledger transaction."));
        }
        if (actor.isBuyer()) {
            tasks.add(new Task(
                    "/app/market",
                    "Buy on the market",
                    "Filter by technology, zone and price; pay and own in one moment."));
            tasks.add(new Task(
                    "/app/holdings",
                    "Retire what you hold",
                    "Claim the energy for a beneficiary and get the statement."));
            tasks.add(new Task(
                    "/app/bulk",
                    "Match your consumption by the hour",
                    "From a file of hours: retired in the same hour and zone, with your score."));
            tasks.add(new Task(
                    "/app/transfers", "Answer transfers", "Nothing arrives that your organisation has not accepted."));
            tasks.add(new Task(
                    "/app/statements/report",
                    "Write your Scope 2 report",
                    "All statements of a period, both ways of reckoning, PDF and CSV."));
        }
        if (actor.isIssuingBody()) {
            tasks.add(new Task(
                    "/app/desk",
                    "Decide held claims",
                    "Meter and camera disagree, or footage is missing: the evidence side by side."));
        }
        if (actor.isIssuingBody()) {
            tasks.add(new Task(
                    "/app/office/devices",
                    "Decide on devices",
                    "What asks to be registered, with its papers and its neighbours."));
            tasks.add(new Task(
                    "/app/office/organisations",
                    "Let organisations in",
                    "Who asks for an account, and what they say about themselves."));
        }
        if (actor.seesEverything()) {
            tasks.add(new Task(
                    "/app/office/findings",
                    "Look at findings",
                    "What the rules noticed in readings and footage, with the evidence."));
            tasks.add(new Task(
                    "/app/office/proposals", "Decide proposals", "Acts that need the agreement of a second person."));
            tasks.add(new Task(
                    "/api/v1/audit-export/archive.zip",
                    "Take the audit with you",
                    "Every certificate as CSV and JSON, signed, from the regulator's node."));
            tasks.add(new Task(
                    "/app/search",
                    "Find anything",
                    "A certificate, a statement, a device, an account or a transaction by its id."));
            tasks.add(new Task(
                    "/audit",
                    "Check for double counting",
                    "The whole registry against itself and against its meters."));
            tasks.add(new Task("/app/registry/certificates", "All certificates", "With owner, status and evidence."));
        }
        return tasks;
    }
}
