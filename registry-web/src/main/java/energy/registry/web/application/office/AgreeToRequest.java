package energy.registry.web.application.office;

import energy.registry.web.application.BuyCertificates;
import energy.registry.web.application.Permission;
import energy.registry.web.application.RetireCertificates;
import energy.registry.web.application.SecondPerson;
import energy.registry.web.model.Actor;
import energy.registry.web.model.ApprovalLimits;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.port.office.CaseFiles;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The second person of an organisation: agrees to a large request, which is then carried out, or declines it. */
public final class AgreeToRequest {
    private static final Role[] TRADERS = {Role.BUYER, Role.GENERATOR};
    private static final Set<CaseStatus> ALL = EnumSet.allOf(CaseStatus.class);

    private final CaseFiles cases;
    private final FourEyes limits;
    private final BuyCertificates purchases;
    private final RetireCertificates retirements;
    private final Journal journal;
    private final Clock clock;

    public AgreeToRequest(
            CaseFiles cases,
            FourEyes limits,
            BuyCertificates purchases,
            RetireCertificates retirements,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.limits = limits;
        this.purchases = purchases;
        this.retirements = retirements;
        this.journal = journal;
        this.clock = clock;
    }

    /** One's own organisation's requests, newest first. */
    public Slice<CaseFile> list(Actor actor, Window window) {
        Permission.requireOneOf(actor, TRADERS);
        return cases.list(CaseKind.APPROVAL, actor.organisation(), ALL, window);
    }

    public Outcome<CaseFile> decide(Actor actor, String id, boolean agreed, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, TRADERS);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<CaseFile> found =
                cases.find(CaseKind.APPROVAL, id).filter(file -> actor.belongsTo(file.organisation()));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("This request"));
        }
        CaseFile file = found.get();
        Optional<Refusal> wrong = whyNot(actor, file).or(() -> Reasons.wrong(reason));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return agreed
                ? carryOut(actor, file, reason.strip())
                        .then(result -> close(actor, file, CaseStatus.APPROVED, reason.strip(), result))
                : close(actor, file, CaseStatus.REJECTED, reason.strip(), "");
    }

    private static Optional<Refusal> whyNot(Actor actor, CaseFile file) {
        if (!file.is(CaseStatus.OPEN)) {
            return Optional.of(Refusal.conflict("REQUEST_DECIDED", "This request is decided already."));
        }
        return file.createdBy().equals(actor.user())
                ? Optional.of(
                        Refusal.conflict(SecondPerson.RULE, "You asked for it yourself: a colleague has to decide."))
                : Optional.empty();
    }

    /** Answers a transaction's id, a statement's number, or nothing for limits. */
    private Outcome<String> carryOut(Actor actor, CaseFile file, String reason) {
        Actor asker = new Actor(file.createdBy(), file.organisation(), actor.roles());
        return switch (file.value("what")) {
            case FourEyes.PURCHASE ->
                purchases.buyAgreed(asker, RequestText.purchase(file.values())).map(done -> done.txId());
            case FourEyes.RETIREMENT ->
                retirements
                        .retireAgreed(asker, RequestText.retirement(file.values()))
                        .map(done -> done.statementNo());
            default -> {
                limits.apply(
                        actor,
                        new ApprovalLimits(
                                Long.parseLong(file.value("purchaseMinor")),
                                file.value("currency"),
                                Long.parseLong(file.value("retirementWh"))),
                        reason);
                yield Outcome.done("");
            }
        };
    }

    private Outcome<CaseFile> close(Actor actor, CaseFile file, CaseStatus status, String reason, String result) {
        CaseFile closed = file.with(Map.of("decision", reason, "decidedBy", actor.user(), "result", result))
                .move(status, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!cases.save(closed)) {
            return Outcome.refused(
                    Refusal.conflict("REQUEST_DECIDED", "Somebody else decided this a moment ago: look again."));
        }
        String word = status == CaseStatus.APPROVED ? "Agreed to " : "Declined ";
        String sentence = word + file.value("sentence") + ", as " + file.createdBy() + " asked.";
        journal.record(actor, "approval.decided", file.value("what"), "", sentence, reason);
        journal.tell(
                file.organisation(),
                status == CaseStatus.APPROVED ? "good" : "bad",
                "A second person decided",
                sentence,
                "/app/approvals");
        return Outcome.done(closed);
    }
}
