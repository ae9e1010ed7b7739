package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.HeldRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Meters;

/** Claims that the camera contradicts or cannot confirm, waiting at the issuing body's desk. */
public final class HeldClaims {
    private final Meters meters;

    public HeldClaims(Meters meters) {
        this.meters = meters;
    }

    public Outcome<Slice<HeldRow>> waiting(Actor actor, Window window) {
        Permission.requireOneOf(actor, Role.ISSUING_BODY, Role.REGULATOR);
        return meters.held(window);
    }
}
