package energy.registry.web.application.office;

import energy.registry.web.application.Checks;
import energy.registry.web.application.Permission;
import energy.registry.web.application.office.ActCommand.ActTarget;
import energy.registry.web.model.Actor;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.model.office.Receipt;
import energy.registry.web.model.office.Remark;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Devices;
import energy.registry.web.port.Projection;
import energy.registry.web.port.Retirements;
import energy.registry.web.port.office.Commands;
import energy.registry.web.port.office.DeviceFiles;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does a guided act, or proposes it to those who have to agree. */
public final class PerformAct {
    /** Longest wait for the read model, so that the next page shows what was done. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Devices devices;
    private final Accounts accounts;
    private final Retirements retirements;
    private final DeviceFiles files;
    private final Commands commands;
    private final Proposals proposals;
    private final Projection projection;
    private final Journal journal;
    private final Clock clock;

    public PerformAct(
            Devices devices,
            Accounts accounts,
            Retirements retirements,
            DeviceFiles files,
            Commands commands,
            Proposals proposals,
            Projection projection,
            Journal journal,
            Clock clock) {
        this.devices = devices;
        this.accounts = accounts;
        this.retirements = retirements;
        this.files = files;
        this.commands = commands;
        this.proposals = proposals;
        this.projection = projection;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of it: done, or waiting for somebody's agreement. */
    public record Result(boolean waiting, Receipt receipt) {}

    /** The acts that this person may do to this kind of thing. */
    public static List<Act> offered(Actor actor, ActSubject subject) {
        return ActBook.all().stream()
                .filter(act -> act.subject() == subject
                        && Permission.missing(actor, roles(act)).isEmpty())
                .toList();
    }

    private static Role[] roles(Act act) {
        return act.performers().toArray(Role[]::new);
    }

    /** Why this person may not do it to this thing; empty when they may. */
    public Optional<Refusal> refusal(Actor actor, Act act, String subject) {
        return Permission.missing(actor, roles(act))
                .or(() -> target(actor, act, subject).whyNot());
    }

    /** What is wrong with the answers. */
    public List<Remark> remarks(Act act, Map<String, String> values) {
        List<Remark> remarks = new ArrayList<>(FormCheck.check(act.fields(), values));
        Optional<java.time.Instant> start = FormCheck.time(values.getOrDefault("start", ""));
        Optional<java.time.Instant> end = FormCheck.time(values.getOrDefault("end", ""));
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            remarks.add(new Remark("end", "It lies before the beginning. Give a later time."));
        }
        Reasons.wrong(values.get("reason")).ifPresent(wrong -> {
            if (remarks.stream().noneMatch(remark -> remark.field().equals("reason"))) {
                remarks.add(new Remark("reason", wrong.detail()));
            }
        });
        return remarks;
    }

    public Outcome<Result> perform(Actor actor, Act act, String subject, Map<String, String> values, String requestId) {
        Optional<Refusal> refusal = Permission.missing(actor, roles(act))
                .or(() -> Checks.requestId(requestId))
                .or(() -> remarks(act, values).stream()
                        .findFirst()
                        .map(remark -> Refusal.invalid(
                                remark.field(), values.getOrDefault(remark.field(), ""), remark.text())));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String scoped = Checks.scopedRequestId(actor, act.slug() + " " + subject, requestId);
        return target(actor, act, subject)
                .then(target -> act.decidedAtOnceBy(actor.roles())
                        ? run(actor, act, target, values, scoped).map(receipt -> new Result(false, receipt))
                        : proposals
                                .open(actor, act, subject, target.account(), values, scoped)
                                .map(file -> new Result(true, new Receipt(Map.of()))));
    }

    /** Does what was proposed, in the name of the one who decided. */
    Outcome<Receipt> runProposed(
            Actor decider, Actor proposer, Act act, String subject, Map<String, String> values, String requestId) {
        Actor asked = act.consent().isEmpty() ? decider : proposer;
        return target(proposer, act, subject).then(target -> run(asked, act, target, values, requestId));
    }

    private Outcome<Receipt> run(Actor actor, Act act, ActTarget target, Map<String, String> values, String requestId) {
        Map<String, Object> body = new ActCommand(act, target, clock).body(actor, requestId, values);
        String path = act.path()
                .replace("{subject}", commands.segment(target.subject()))
                .replace("{device}", commands.segment(target.device()))
                .replace("{meter}", commands.segment(target.meter()));
        Outcome<Receipt> last = Outcome.refused(Refusal.conflict("ACT_WITHOUT_SERVICE", "Nobody does this."));
        for (Service service : act.services()) {
            last = commands.post(service, path, body);
            if (!last.isDone()) {
                return last;
            }
            last.result()
                    .map(Receipt::txId)
                    .filter(tx -> !tx.isEmpty())
                    .ifPresent(tx -> projection.awaitTransaction(tx, PATIENCE));
        }
        journal.record(
                actor,
                act.slug(),
                target.subject(),
                target.account(),
                act.title() + ": " + target.subject() + ".",
                values.get("reason"));
        if (!actor.belongsTo(target.account())) {
            journal.tell(
                    target.account(),
                    "hold",
                    act.title() + ": " + target.subject(),
                    values.get("reason").strip(),
                    "/app/activity");
        }
        return last;
    }

    /** What the act is done to, where the actor may do it; what is foreign looks like what is not there. */
    private Outcome<ActTarget> target(Actor actor, Act act, String subject) {
        Outcome<ActTarget> missing = Outcome.refused(Refusal.notFound("“" + subject + "”"));
        return switch (act.subject()) {
            case DEVICE ->
                devices.find(subject)
                        .filter(device -> actor.maySee(device.owner()))
                        .map(device -> Outcome.done(ofDevice(act, device)))
                        .orElse(missing);
            case ACCOUNT ->
                accounts.find(subject)
                        .filter(account -> actor.maySee(account.accountId()))
                        .map(account -> Outcome.done(new ActTarget(subject, "", "", subject, Map.of())))
                        .orElse(missing);
            case RETIREMENT ->
                retirements
                        .find(subject)
                        .filter(row -> actor.maySee(row.owner()))
                        .map(row -> Outcome.done(new ActTarget(subject, "", "", row.owner(), Map.of())))
                        .orElse(missing);
            default -> actor.seesEverything() ? Outcome.done(new ActTarget(subject, "", "", "", Map.of())) : missing;
        };
    }

    private ActTarget ofDevice(Act act, DeviceRow device) {
        boolean needed = act.constants().containsValue(ActBook.WHOLE_DEVICE)
                || act.constants().containsValue(ActBook.RECORDED_KEY);
        Map<String, Object> recorded =
                needed ? files.recorded(device.deviceId()).orElse(Map.of()) : Map.of();
        return new ActTarget(device.deviceId(), device.deviceId(), device.meterId(), device.owner(), recorded);
    }
}
