package energy.registry.web.application.office;

import energy.registry.web.application.Checks;
import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Receipt;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.Devices;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The second person: agrees to a proposed act, which is then done, or declines it. Nobody decides on their own proposal. */
public final class DecideProposal {
    private static final Duration CONSENT_HOLDS = Duration.ofDays(7);
    private static final Set<CaseStatus> ALL = EnumSet.allOf(CaseStatus.class);

    private final CaseFiles cases;
    private final Devices devices;
    private final PerformAct acts;
    private final Commands commands;
    private final Journal journal;
    private final Clock clock;

    public DecideProposal(
            CaseFiles cases, Devices devices, PerformAct acts, Commands commands, Journal journal, Clock clock) {
        this.cases = cases;
        this.devices = devices;
        this.acts = acts;
        this.commands = commands;
        this.journal = journal;
        this.clock = clock;
    }

    /** Overseers see all proposals, others their own organisation's. */
    public Slice<CaseFile> list(Actor actor, boolean openOnly, Window window) {
        Permission.requireSignedIn(actor);
        Set<CaseStatus> statuses = openOnly ? Set.of(CaseStatus.OPEN) : ALL;
        if (actor.seesEverything()) {
            return cases.list(CaseKind.PROPOSAL, "", statuses, window);
        }
        return actor.organisation().isEmpty()
                ? Slice.empty()
                : cases.list(CaseKind.PROPOSAL, actor.organisation(), statuses, window);
    }

    public Optional<CaseFile> find(Actor actor, String id) {
        Permission.requireSignedIn(actor);
        return cases.find(CaseKind.PROPOSAL, id)
                .filter(file -> actor.maySee(file.organisation()) || actor.belongsTo(file.value("account")));
    }

    public static Act act(CaseFile file) {
        return ActBook.find(file.value("act")).orElseThrow();
    }

    public static Map<String, String> answers(CaseFile file) {
        Map<String, String> answers = new LinkedHashMap<>();
        file.values().forEach((name, value) -> {
            if (name.startsWith("answer.")) {
                answers.put(name.substring("answer.".length()), value);
            }
        });
        return answers;
    }

    public boolean mayDecide(Actor actor, CaseFile file) {
        return whyNot(actor, file).isEmpty();
    }

    private static Optional<Refusal> whyNot(Actor actor, CaseFile file) {
        if (!file.is(CaseStatus.OPEN)) {
            return Optional.of(Refusal.conflict("PROPOSAL_DECIDED", "This proposal is decided already."));
        }
        if (file.createdBy().equals(actor.user())) {
            return Optional.of(
                    Refusal.conflict("SECOND_PERSON_NEEDED", "You proposed it: somebody else has to decide."));
        }
        Role decider = act(file).decider().orElseThrow();
        return Permission.missing(actor, decider);
    }

    public Outcome<CaseFile> decide(Actor actor, String id, boolean agreed, String reason) {
        Optional<CaseFile> found = find(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("This proposal"));
        }
        CaseFile file = found.get();
        Optional<Refusal> refusal = whyNot(actor, file).or(() -> Reasons.wrong(reason));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (!agreed) {
            return close(actor, file, CaseStatus.REJECTED, reason.strip(), "");
        }
        return consent(actor, file, reason.strip())
                .then(given -> acts.runProposed(
                        actor, proposer(file), act(file), file.value("subject"), answers(file), file.id()))
                .then(receipt -> close(actor, file, CaseStatus.APPROVED, reason.strip(), receipt.txId()));
    }

    private Outcome<Receipt> consent(Actor actor, CaseFile file, String reason) {
        Act act = act(file);
        if (act.consent().isEmpty()) {
            return Outcome.done(new Receipt(Map.of()));
        }
        return commands.post(
                Service.LEDGER,
                "/v1/approvals",
                Map.of(
                        "requestId", Checks.scopedRequestId(actor, "approval", file.id()),
                        "actor", actor.user(),
                        "reason", reason,
                        "act", act.consent(),
                        "subject", consentSubject(act, file),
                        "validUntil",
                                clock.instant()
                                        .plus(CONSENT_HOLDS)
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()));
    }

    /** A withdrawal is named by meter and time, a reversal by its statement. */
    private String consentSubject(Act act, CaseFile file) {
        if (!act.consent().equals("WITHDRAW")) {
            return file.value("subject");
        }
        String meter =
                devices.find(file.value("subject")).map(DeviceRow::meterId).orElse("");
        Map<String, String> answers = answers(file);
        return meter + ":" + FormCheck.time(answers.get("start")).orElseThrow() + "/"
                + FormCheck.time(answers.get("end")).orElseThrow();
    }

    /** The proposer as they were when they proposed. */
    private static Actor proposer(CaseFile file) {
        Set<Role> roles =
                Arrays.stream(file.value("roles").split(",")).map(Role::valueOf).collect(Collectors.toSet());
        return new Actor(file.createdBy(), file.organisation(), roles);
    }

    private Outcome<CaseFile> close(Actor actor, CaseFile file, CaseStatus status, String reason, String txId) {
        Map<String, String> decided = Map.of("decision", reason, "decidedBy", actor.user(), "txId", txId);
        CaseFile closed = file.with(decided).move(status, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!cases.save(closed)) {
            return Outcome.refused(RegisterDevice.overtaken());
        }
        boolean agreed = status == CaseStatus.APPROVED;
        String title = act(file).title();
        journal.record(
                actor,
                act(file).slug() + (agreed ? ".agreed" : ".declined"),
                file.value("subject"),
                file.organisation(),
                (agreed ? "Agreed: " : "Declined: ") + title + " (" + file.value("subject") + ").",
                reason);
        journal.tell(
                file.organisation(),
                agreed ? "good" : "bad",
                (agreed ? "Done: " : "Declined: ") + title,
                file.value("subject") + ": " + reason,
                "/app/office/proposals/" + file.id());
        return Outcome.done(closed);
    }
}
