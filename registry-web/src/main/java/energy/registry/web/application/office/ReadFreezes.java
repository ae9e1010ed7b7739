package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.office.Questions;
import java.util.Map;

/** What is frozen now, from the regulator's own node. */
public final class ReadFreezes {
    private final Questions questions;

    public ReadFreezes(Questions questions) {
        this.questions = questions;
    }

    public Outcome<Map<String, Object>> inForce(Actor actor) {
        Permission.requireOneOf(actor, Role.REGULATOR, Role.ISSUING_BODY);
        return questions.ask(Service.LEDGER, "/v1/freezes");
    }
}
