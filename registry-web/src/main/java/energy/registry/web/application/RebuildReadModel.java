package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.port.Projection;
import java.util.Optional;

/** Throws the read model away and fills it again from the ledger's first event: it never was the truth. */
public final class RebuildReadModel {
    private final Projection projection;

    public RebuildReadModel(Projection projection) {
        this.projection = projection;
    }

    /** The sequence number that the read model had reached before. */
    public Outcome<Long> rebuild(Actor actor) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.REGULATOR, Role.ISSUING_BODY);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        long before = projection.lastSeq();
        projection.rebuild();
        return Outcome.done(before);
    }
}
