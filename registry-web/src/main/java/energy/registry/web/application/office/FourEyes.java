package energy.registry.web.application.office;

import energy.registry.web.application.Checks;
import energy.registry.web.application.Permission;
import energy.registry.web.application.SecondPerson;
import energy.registry.web.model.Actor;
import energy.registry.web.model.ApprovalLimits;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.port.office.CaseFiles;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An organisation's own rule that large purchases and retirements need two of its people. A request above the limit is kept and waits;
 * the limits themselves are only loosened by two people.
 */
public final class FourEyes implements SecondPerson {
    /** What waits: a purchase, a retirement, or looser limits. */
    static final String PURCHASE = "PURCHASE";

    static final String RETIREMENT = "RETIREMENT";
    static final String LIMITS = "LIMITS";
    private static final int CENTS = 2;
    private static final int THOUSANDTHS = 3;
    private static final Role[] TRADERS = {Role.BUYER, Role.GENERATOR};

    private final CaseFiles cases;
    private final Journal journal;
    private final Clock clock;

    public FourEyes(CaseFiles cases, Journal journal, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    public ApprovalLimits limits(Actor actor) {
        Permission.requireSignedIn(actor);
        return cases.find(CaseKind.LIMITS, actor.organisation())
                .map(FourEyes::limits)
                .orElse(ApprovalLimits.NONE);
    }

    private static ApprovalLimits limits(CaseFile file) {
        return new ApprovalLimits(
                Long.parseLong(file.value("purchaseMinor")),
                file.value("currency"),
                Long.parseLong(file.value("retirementWh")));
    }

    private static Map<String, String> values(ApprovalLimits limits) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("purchaseMinor", String.valueOf(limits.purchaseMinor()));
        values.put("currency", limits.currency());
        values.put("retirementWh", String.valueOf(limits.retirementWh()));
        return values;
    }

    /** Stricter limits hold at once; looser ones wait for a colleague. */
    public Outcome<ApprovalLimits> change(Actor actor, String requestId, ApprovalLimits wanted, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, TRADERS)
                .or(() -> Checks.requestId(requestId))
                .or(() -> Checks.currency(wanted.currency()))
                .or(() -> Reasons.wrong(reason));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (!wanted.atLeastAsStrictAs(limits(actor))) {
            return Outcome.refused(wait(actor, LIMITS, requestId, values(wanted), "looser limits", reason));
        }
        return Outcome.done(apply(actor, wanted, reason));
    }

    ApprovalLimits apply(Actor actor, ApprovalLimits limits, String reason) {
        Optional<CaseFile> known = cases.find(CaseKind.LIMITS, actor.organisation());
        CaseFile file = known.orElseGet(() -> CaseFile.open(
                        CaseKind.LIMITS,
                        actor.organisation(),
                        actor.organisation(),
                        CaseStatus.OPEN,
                        actor.user(),
                        now())
                .with(values(ApprovalLimits.NONE)));
        if (known.isEmpty()) {
            cases.open(file);
        }
        cases.save(file.with(values(limits)).move(CaseStatus.OPEN, now()));
        journal.record(
                actor,
                "limits.changed",
                actor.organisation(),
                "",
                "A second person is needed above " + limits.purchaseMinor() + " minor units of " + limits.currency()
                        + " and above " + limits.retirementWh() + " Wh; 0 means never.",
                reason);
        return limits;
    }

    @Override
    public Optional<Refusal> beforePurchase(Actor actor, PurchaseRequest request) {
        ApprovalLimits limits = limits(actor);
        boolean large = limits.purchaseMinor() > 0
                && (request.maxTotalMinor() > limits.purchaseMinor()
                        || !request.currency().equals(limits.currency()));
        return large
                ? Optional.of(wait(
                        actor,
                        PURCHASE,
                        request.requestId(),
                        RequestText.of(request),
                        "a purchase of at most " + request.currency() + " "
                                + BigDecimal.valueOf(request.maxTotalMinor(), CENTS),
                        ""))
                : Optional.empty();
    }

    @Override
    public Optional<Refusal> beforeRetirement(Actor actor, RetirementRequest request) {
        long wattHours = request.items().stream().mapToLong(LotItem::quantityWh).sum();
        return tooMuch(actor, wattHours)
                ? Optional.of(wait(
                        actor,
                        RETIREMENT,
                        request.requestId(),
                        RequestText.of(request),
                        "retiring " + BigDecimal.valueOf(wattHours, THOUSANDTHS) + " kWh for "
                                + request.beneficiary().name(),
                        ""))
                : Optional.empty();
    }

    @Override
    public Optional<Refusal> beforeBulk(Actor actor, long wattHours) {
        return tooMuch(actor, wattHours)
                ? Optional.of(Refusal.conflict(
                        RULE,
                        "This is above what one person of your organisation may retire: match a shorter period, or have "
                                + "the limit raised for it."))
                : Optional.empty();
    }

    private boolean tooMuch(Actor actor, long wattHours) {
        long limit = limits(actor).retirementWh();
        return limit > 0 && wattHours > limit;
    }

    private Refusal wait(
            Actor actor, String what, String requestId, Map<String, String> values, String sentence, String reason) {
        CaseFile file = CaseFile.open(
                        CaseKind.APPROVAL,
                        Checks.scopedRequestId(actor, "approval-" + what, requestId),
                        actor.organisation(),
                        CaseStatus.OPEN,
                        actor.user(),
                        now())
                .with(values)
                .with("what", what)
                .with("sentence", sentence);
        if (cases.open(file)) {
            journal.record(
                    actor, "approval.asked", what, "", "Asked a colleague to agree to " + sentence + ".", reason);
            journal.tell(
                    actor.organisation(),
                    "info",
                    "Waits for a second person",
                    actor.user() + " asks to agree to " + sentence + ".",
                    "/app/approvals");
        }
        return Refusal.conflict(
                RULE,
                "Your organisation wants a second person for this. It waits under Approvals; nothing has happened yet.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
