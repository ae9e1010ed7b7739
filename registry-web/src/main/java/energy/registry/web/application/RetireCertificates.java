package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.RetirementDone;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Role;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Ledger;
import energy.registry.web.port.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An owner takes certificates out of circulation for a beneficiary. There is no way back. */
public final class RetireCertificates {
    /** Longest public note: a paragraph. */
    public static final int NOTE_LENGTH_MAX = 1_000;

    private static final Set<String> MAIN_REASONS = Set.of("VOLUNTARY", "COMPLIANCE");

    private final Certificates certificates;
    private final Ledger ledger;
    private final Freshness freshness;
    private final SecondPerson secondPerson;
    private final ChangeLog changes;

    public RetireCertificates(Certificates certificates, Ledger ledger, Projection projection) {
        this(certificates, ledger, projection, SecondPerson.NEVER, ChangeLog.NONE);
    }

    public RetireCertificates(
            Certificates certificates,
            Ledger ledger,
            Projection projection,
            SecondPerson secondPerson,
            ChangeLog changes) {
        this.secondPerson = secondPerson;
        this.changes = changes;
        this.certificates = certificates;
        this.ledger = ledger;
        this.freshness = new Freshness(projection);
    }

    public Outcome<RetirementDone> retire(Actor actor, RetirementRequest request) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER, Role.GENERATOR)
                .or(() -> wrong(request))
                .or(() -> notMine(actor, request.items()))
                .or(() -> secondPerson.beforeRetirement(actor, request));
        return refusal.<Outcome<RetirementDone>>map(Outcome::refused).orElseGet(() -> retireAgreed(actor, request));
    }

    /** Whether a bulk of this size waits for a second person. */
    Optional<Refusal> beforeBulk(Actor actor, long wattHours) {
        return secondPerson.beforeBulk(actor, wattHours);
    }

    /** Retires what the organisation's second person, where one was needed, has agreed to. */
    public Outcome<RetirementDone> retireAgreed(Actor actor, RetirementRequest request) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER, Role.GENERATOR)
                .or(() -> wrong(request))
                .or(() -> notMine(actor, request.items()));
        return refusal.<Outcome<RetirementDone>>map(Outcome::refused)
                .orElseGet(() -> freshness.after(
                        ledger.retire(actor.organisation(), actor.user(), scoped(actor, request)),
                        RetirementDone::txId))
                .map(done -> {
                    changes.once(new ChangeLog.Change(
                            actor,
                            "RETIRED",
                            done.txId(),
                            done.statementNo(),
                            "",
                            "Retired " + done.quantityWh() + " Wh for "
                                    + request.beneficiary().name() + ", statement " + done.statementNo() + ".",
                            request.purpose()));
                    return done;
                });
    }

    private static Optional<Refusal> wrong(RetirementRequest request) {
        return Checks.first(Checks.requestId(request.requestId()), Checks.items(request.items()))
                .or(() -> wrongClaim(request));
    }

    /** What is wrong with for whom and what for, whatever is retired. */
    static Optional<Refusal> wrongClaim(RetirementRequest request) {
        return Checks.first(
                AddressBook.wrong(request.beneficiary()),
                Checks.line("purpose", request.purpose(), true),
                mainReason(request.mainReason()),
                period(request),
                Checks.line("onBehalfOf", request.onBehalfOf(), false),
                note(request.note()));
    }

    private static Optional<Refusal> mainReason(String reason) {
        return reason != null && MAIN_REASONS.contains(reason)
                ? Optional.empty()
                : Optional.of(Refusal.invalid("mainReason", String.valueOf(reason), "Choose VOLUNTARY or COMPLIANCE."));
    }

    private static Optional<Refusal> period(RetirementRequest request) {
        boolean good = request.periodStart() != null
                && request.periodEnd() != null
                && request.periodStart().isBefore(request.periodEnd());
        return good
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "periodEnd", String.valueOf(request.periodEnd()), "The period must end after it starts."));
    }

    private static Optional<Refusal> note(String note) {
        return note.length() <= NOTE_LENGTH_MAX
                ? Optional.empty()
                : Optional.of(Refusal.invalid("note", note, "Write at most " + NOTE_LENGTH_MAX + " characters."));
    }

    private Optional<Refusal> notMine(Actor actor, List<LotItem> items) {
        return items.stream()
                .map(item -> Checks.mine(actor, item, certificates.find(item.certificateId())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static RetirementRequest scoped(Actor actor, RetirementRequest request) {
        return new RetirementRequest(
                Checks.scopedRequestId(actor, "retire", request.requestId()),
                request.items(),
                request.beneficiary(),
                request.purpose().strip(),
                request.mainReason(),
                request.periodStart(),
                request.periodEnd(),
                request.onBehalfOf(),
                request.note());
    }
}
