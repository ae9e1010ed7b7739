package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.office.AttestationRow;
import energy.registry.web.port.office.Attestations;
import java.util.List;

/** The calendar of yearly attestations: all of them for the offices, one's own for an owner. */
public final class ReadAttestations {
    /** The next ones that a person can look through; later ones move up. */
    private static final int ROWS = 500;

    private final Attestations attestations;

    public ReadAttestations(Attestations attestations) {
        this.attestations = attestations;
    }

    public List<AttestationRow> due(Actor actor) {
        Permission.requireSignedIn(actor);
        if (actor.seesEverything()) {
            return attestations.due("", ROWS);
        }
        return actor.organisation().isEmpty() ? List.of() : attestations.due(actor.organisation(), ROWS);
    }
}
