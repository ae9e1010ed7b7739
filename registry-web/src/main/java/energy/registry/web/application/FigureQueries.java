package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.AttributesSold;
import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.DailyEnergy;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Totals;
import energy.registry.web.port.Figures;
import energy.registry.web.port.Projection;
import java.util.List;
import java.util.Map;

/** Sums: of the whole registry for anyone, of an organisation for its own people. */
public final class FigureQueries {
    private static final int DAYS_MAX = 400; // a year and a month of bars: what a chart can show
    private final Figures figures;
    private final Projection projection;

    public FigureQueries(Figures figures, Projection projection) {
        this.figures = figures;
        this.projection = projection;
    }

    public Totals registry() {
        return figures.totals("");
    }

    public Totals mine(Actor actor) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? Totals.NONE : figures.totals(actor.organisation());
    }

    /** Of one account, for those who may see it. */
    public Totals ofAccount(Actor actor, String accountId) {
        Permission.requireSignedIn(actor);
        return actor.maySee(accountId) ? figures.totals(accountId) : Totals.NONE;
    }

    public AuditFigures audit() {
        return figures.audit();
    }

    /** Who may still claim these devices' energy; anyone may know, so that nobody claims it twice. */
    public Map<String, AttributesSold> attributes(List<DeviceRow> devices) {
        return figures.attributes(devices.stream().map(DeviceRow::deviceId).toList());
    }

    /** Of the whole registry. */
    public List<DailyEnergy> daily(int days) {
        return figures.daily("", Math.min(days, DAYS_MAX));
    }

    public List<DailyEnergy> myDaily(Actor actor, int days) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty()
                ? List.of()
                : figures.daily(actor.organisation(), Math.min(days, DAYS_MAX));
    }

    /** How many ledger events the read model has applied. */
    public long lastSeq() {
        return projection.lastSeq();
    }
}
