package energy.registry.web.application.office;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Field;
import energy.registry.web.port.office.CaseFiles;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes down acts that somebody else has to agree to, and tells them. */
public final class Proposals {
    private final CaseFiles cases;
    private final Journal journal;
    private final Clock clock;

    public Proposals(CaseFiles cases, Journal journal, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    /** The organisation whose people decide. */
    static String office(Act act) {
        return act.decider().filter(role -> role == Role.REGULATOR).isPresent()
                ? Journal.REGULATOR
                : Journal.ISSUING_BODY;
    }

    Outcome<CaseFile> open(
            Actor actor, Act act, String subject, String account, Map<String, String> values, String id) {
        Map<String, String> content = new LinkedHashMap<>();
        for (Field field : act.fields()) {
            content.put(
                    "answer." + field.name(),
                    values.getOrDefault(field.name(), "").strip());
        }
        content.put("act", act.slug());
        content.put("subject", subject);
        content.put("account", account);
        content.put("decider", act.decider().map(Role::name).orElse(""));
        content.put(
                "roles",
                String.join(",", actor.roles().stream().map(Role::name).sorted().toList()));
        CaseFile file = CaseFile.open(
                        CaseKind.PROPOSAL,
                        id,
                        actor.organisation(),
                        CaseStatus.OPEN,
                        actor.user(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .with(content);
        if (cases.open(file)) {
            journal.record(
                    actor,
                    act.slug() + ".proposed",
                    subject,
                    account,
                    "Proposed: " + act.title() + " (" + subject + ").",
                    values.get("reason"));
            journal.tell(
                    office(act),
                    "info",
                    "To decide: " + act.title(),
                    actor.organisation() + " proposes it for " + subject + ".",
                    "/app/office/proposals/" + id);
        }
        return cases.find(CaseKind.PROPOSAL, id).map(Outcome::done).orElseThrow();
    }
}
