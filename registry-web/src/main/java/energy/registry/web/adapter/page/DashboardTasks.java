package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Task;
import energy.registry.web.model.Actor;
import java.util.ArrayList;
import java.util.List;

/** What somebody may want to do next, by what they are; the words stand in the bundle. */
final class DashboardTasks {
    /** Where it is done, and its words: {@code dashboard.task.<name>}. */
    private record Deed(String href, String name) {
        Task in(Display say) {
            String key = "dashboard.task." + name;
            return new Task(href, say.word(key), say.word(key + ".text"));
        }
    }

    private static final List<Deed> GENERATOR = List.of(
            new Deed("/app/my/devices", "devices"),
            new Deed("/app/my/certificates?status=ACTIVE", "offer"),
            new Deed("/app/my/registrations", "register"),
            new Deed("/app/my/production", "production"),
            new Deed("/app/balance", "proceeds"));

    private static final List<Deed> BUYER = List.of(
            new Deed("/app/market", "market"),
            new Deed("/app/holdings", "retire"),
            new Deed("/app/bulk", "bulk"),
            new Deed("/app/transfers", "transfers"),
            new Deed("/app/statements/report", "report"));

    private static final List<Deed> ISSUING_BODY = List.of(
            new Deed("/app/desk", "desk"),
            new Deed("/app/office/devices", "device-desk"),
            new Deed("/app/office/organisations", "organisations"));

    private static final List<Deed> OVERSEER = List.of(
            new Deed("/app/office/findings", "findings"),
            new Deed("/app/office/proposals", "proposals"),
            new Deed("/api/v1/audit-export/archive.zip", "export"),
            new Deed("/app/search", "search"),
            new Deed("/audit", "audit"),
            new Deed("/app/registry/certificates", "certificates"),
            new Deed("/app/acts/expire", "expire"));

    private DashboardTasks() {}

    static Worded<List<Task>> of(Actor actor) {
        List<Deed> deeds = new ArrayList<>();
        addIf(actor.isGenerator(), deeds, GENERATOR);
        addIf(actor.isBuyer(), deeds, BUYER);
        addIf(actor.isIssuingBody(), deeds, ISSUING_BODY);
        addIf(actor.seesEverything(), deeds, OVERSEER);
        return say -> deeds.stream().map(deed -> deed.in(say)).toList();
    }

    private static void addIf(boolean theirs, List<Deed> deeds, List<Deed> more) {
        if (theirs) {
            deeds.addAll(more);
        }
    }
}
