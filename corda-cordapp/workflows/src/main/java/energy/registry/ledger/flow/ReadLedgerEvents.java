package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.ledger.event.EventRow;
import energy.registry.ledger.event.LedgerEventLog;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** The next events of this node's log after a number. */
@StartableByRPC
public final class ReadLedgerEvents extends FlowLogic<LedgerEventPage> {
    /** Events of one answer. */
    public static final int LIMIT_MAX = 1_000;

    private final long after;
    private final int limit;

    public ReadLedgerEvents(long after, int limit) {
        this.after = after;
        this.limit = limit;
    }

    @Suspendable
    @Override
    public LedgerEventPage call() throws FlowException {
        if (after < 0 || limit < 1 || limit > LIMIT_MAX) {
            throw new FlowException("after: 0 or more, limit: 1.." + LIMIT_MAX);
        }
        List<EventRow> rows = getServiceHub().cordaService(LedgerEventLog.class).after(after, limit);
        List<LedgerEvent> events = new ArrayList<>(rows.size());
        for (EventRow row : rows) {
            events.add(new LedgerEvent(row.seq(), row.txId(), row.at(), row.type(), row.data()));
        }
        return new LedgerEventPage(
                events, rows.isEmpty() ? after : rows.get(rows.size() - 1).seq());
    }
}
