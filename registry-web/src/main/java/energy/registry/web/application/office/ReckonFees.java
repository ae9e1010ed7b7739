package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Charged;
import energy.registry.web.model.office.FeeRates;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Charges;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the issuing body charges and to whom, reckoned from the ledger for a month. It is a bill and no payment: money
 * on the ledger moves by deposits, pay-outs and trades alone.
 */
public final class ReckonFees {
    /** Dearest rate: a thousand in whole units for a MWh or a device; more is a slip of the finger. */
    static final long RATE_MAX = 100_000;

    private static final int ROWS = 1_000; // organisations on one page
    private static final String ID = "fees";

    private final CaseFiles cases;
    private final Charges charges;
    private final Journal journal;
    private final Clock clock;

    public ReckonFees(CaseFiles cases, Charges charges, Journal journal, Clock clock) {
        this.cases = cases;
        this.charges = charges;
        this.journal = journal;
        this.clock = clock;
    }

    public FeeRates rates(Actor actor) {
        Permission.requireSignedIn(actor);
        return cases.find(CaseKind.FEES, ID).map(ReckonFees::read).orElse(FeeRates.NONE);
    }

    private static FeeRates read(CaseFile file) {
        return new FeeRates(
                Long.parseLong(file.value("issued")),
                Long.parseLong(file.value("retired")),
                Long.parseLong(file.value("device")),
                file.value("currency"));
    }

    /** All organisations for the offices, one's own for everybody else. */
    public List<Charged> charged(Actor actor, YearMonth month) {
        Permission.requireSignedIn(actor);
        if (actor.seesEverything()) {
            return charges.of(month, "", ROWS);
        }
        return actor.organisation().isEmpty() ? List.of() : charges.of(month, actor.organisation(), 1);
    }

    public Outcome<FeeRates> change(Actor actor, FeeRates wanted, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ISSUING_BODY)
                .or(() -> wrong("issued", wanted.issuedMinorPerMwh()))
                .or(() -> wrong("retired", wanted.retiredMinorPerMwh()))
                .or(() -> wrong("device", wanted.deviceMinorPerMonth()))
                .or(() -> Reasons.wrong(reason));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, String> values = Map.of(
                "issued", String.valueOf(wanted.issuedMinorPerMwh()),
                "retired", String.valueOf(wanted.retiredMinorPerMwh()),
                "device", String.valueOf(wanted.deviceMinorPerMonth()),
                "currency", wanted.currency());
        Optional<CaseFile> known = cases.find(CaseKind.FEES, ID);
        boolean kept = known.isPresent()
                ? cases.save(known.get().with(values).move(CaseStatus.OPEN, now))
                : cases.open(CaseFile.open(CaseKind.FEES, ID, actor.organisation(), CaseStatus.OPEN, actor.user(), now)
                        .with(values));
        if (!kept) {
            return Outcome.refused(RegisterDevice.overtaken());
        }
        journal.record(actor, "fees.changed", "fees", actor.organisation(), "Changed what is charged.", reason);
        return Outcome.done(wanted);
    }

    private static Optional<Refusal> wrong(String field, long minor) {
        return minor >= 0 && minor <= RATE_MAX
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        field, String.valueOf(minor), "Write an amount from 0 to 1000.00 such as 0.02."));
    }
}
