package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Correct;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import java.time.Instant;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/** Books energy that a meter was issued too much as its debt; runs on the issuing body's node. */
@StartableByRPC
public final class CorrectMeter extends LedgerFlow<CorrectedMeter> {
    private final String actor;
    private final String reason;
    private final String meterId;
    private final Instant start;
    private final Instant end;
    private final long overIssuedWh;

    public CorrectMeter(
            String requestId,
            String actor,
            String reason,
            String meterId,
            Instant start,
            Instant end,
            long overIssuedWh) {
        super(Correct.class, requestId);
        this.actor = actor;
        this.reason = reason;
        this.meterId = meterId;
        this.start = start;
        this.end = end;
        this.overIssuedWh = overIssuedWh;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        if (overIssuedWh <= 0) {
            throw LedgerRefusal.of(Rule.CORRECTION_IS_PLAUSIBLE.isBrokenBy(overIssuedWh + " Wh"));
        }
        DeviceState device = view().deviceOfMeter(meterId)
                .orElseThrow(() -> LedgerRefusal.of(Rule.METER_IS_REGISTERED.isBrokenBy("meter " + meterId)))
                .getState()
                .getData();
        StateAndRef<CursorPageState> page = view().page(device.getPage())
                .orElseThrow(() -> new IllegalStateException("a device's page is in the issuing body's vault"));
        CursorPageState before = page.getState().getData();
        MeterCursor cursor = before.cursors()
                .ofMeter(meterId)
                .orElseThrow(() -> new IllegalStateException("the page of a device has its cursor"));
        Party issuer = before.getIssuer();
        return LedgerDraft.of(
                builder()
                        .addInputState(page)
                        .addOutputState(
                                before.with(before.cursors().with(cursor.withMoreDebt(WattHours.of(overIssuedWh)))))
                        .addCommand(
                                new Correct(
                                        requestId(),
                                        actor,
                                        reason,
                                        meterId,
                                        start.getEpochSecond(),
                                        end.getEpochSecond(),
                                        overIssuedWh),
                                issuer.getOwningKey()),
                parties().others(),
                issuer.getOwningKey());
    }

    @Override
    CorrectedMeter result(SignedTransaction recorded) {
        CursorPageState after =
                recorded.getTx().outputsOfType(CursorPageState.class).get(0);
        long debt = after.cursors()
                .ofMeter(meterId)
                .map(cursor -> cursor.position().debtWh())
                .orElse(0L);
        return new CorrectedMeter(text(recorded.getId()), debt);
    }
}
