package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.office.ProducedRow;
import energy.registry.web.port.office.Production;
import java.time.LocalDate;
import java.util.List;

/** A generator's certified energy by month, device and hour. */
public final class ReadProduction {
    /** Rows of a table: ten devices over five years of months, or a large park's day. */
    private static final int ROWS_MAX = 600;

    private final Production production;

    public ReadProduction(Production production) {
        this.production = production;
    }

    public List<ProducedRow> months(Actor actor) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? List.of() : production.months(actor.organisation(), ROWS_MAX);
    }

    public List<ProducedRow> hours(Actor actor, LocalDate day) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? List.of() : production.hours(actor.organisation(), day, ROWS_MAX);
    }
}
