package energy.registry.ledger.contract;

import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CursorPageState;
import java.util.Arrays;
import java.util.Optional;

/** Energy issued too much becomes debt of its meter, which the next claims pay off before anything is issued (D22). */
final class CorrectRules {
    private final Correct command;
    private final Facts facts;

    CorrectRules(Correct command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        boolean expected = facts.hasOnly(1, 1, 0)
                && facts.inputs(CursorPageState.class).size() == 1
                && facts.outputs(CursorPageState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> facts.signedBy(page().getIssuer().getOwningKey(), "the issuing body"),
                () -> Rule.NOTARY_IS_PINNED.holds(page().getNotary().equals(facts.notary()), "notary"),
                this::corrected);
    }

    private Verdict corrected() {
        Optional<MeterCursor> cursor = page().cursors().ofMeter(command.getMeterId());
        if (!cursor.isPresent()) {
            return Rule.METER_IS_REGISTERED.isBrokenBy("meter " + command.getMeterId());
        }
        long over = command.getOverIssuedWh();
        long issued = cursor.get().position().serialNextWh();
        return Verdict.firstOf(
                () -> Rule.CORRECTION_IS_PLAUSIBLE.holds(over > 0 && over <= issued, over + " of " + issued + " Wh"),
                () -> Rule.CORRECTION_IS_PLAUSIBLE.holds(
                        command.getStartEpochSecond() < command.getEndEpochSecond(), "it ends before it starts"),
                () -> Rule.CORRECTION_IS_PLAUSIBLE.holds(
                        !command.getReason().trim().isEmpty(), "no reason"),
                () -> follows(cursor.get().withMoreDebt(WattHours.of(over))));
    }

    private Verdict follows(MeterCursor next) {
        CursorPage expected = page().cursors().with(next);
        CursorPageState after = facts.outputs(CursorPageState.class).get(0);
        return Rule.CURSOR_FOLLOWS_CORRECTION.holds(
                Arrays.equals(after.getPage(), expected.encode()) && after.isPinnedLike(page()),
                "page " + expected.number());
    }

    private CursorPageState page() {
        return facts.inputs(CursorPageState.class).get(0);
    }
}
