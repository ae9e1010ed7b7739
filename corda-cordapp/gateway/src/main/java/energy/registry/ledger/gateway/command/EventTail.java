package energy.registry.ledger.gateway.command;

import energy.registry.ledger.flow.LedgerEventPage;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.ReadLedgerEvents;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;

/**
 * Reads one node's event log in its own order. The position belongs to the reader: what is read is what the node recorded
 * after it, all of it, so that nothing is lost or told twice however often either side restarts. Readers at the end share
 * one question to the node instead of asking each on its own.
 */
final class EventTail {
    /** How often the node is asked for news while someone waits for it, ms: three questions a second cost it little. */
    private static final long ASK_EVERY_MILLIS = 300;

    private final Flows flows;
    private final LedgerNode node;
    private final Object bell = new Object();
    private long newest;
    private long askedAtNanos;

    EventTail(Flows flows, LedgerNode node) {
        this.flows = flows;
        this.node = node;
    }

    /** The events after {@code after}; waits up to {@code waitMillis} for the first when there are none. */
    LedgerEventPage read(long after, int limit, long waitMillis)
            throws LedgerRefusal, NodeUnavailable, InterruptedException {
        LedgerEventPage page = ask(after, limit);
        long deadline = System.nanoTime() + waitMillis * 1_000_000;
        while (page.getEvents().isEmpty() && System.nanoTime() < deadline) {
            if (awaitNews(after)) {
                page = ask(after, limit);
            }
        }
        return page;
    }

    /** True when there may be events after this position: seen by another reader, or this one is to ask. */
    private boolean awaitNews(long after) throws InterruptedException {
        synchronized (bell) {
            if (newest > after) {
                return true;
            }
            long sinceAsked = (System.nanoTime() - askedAtNanos) / 1_000_000;
            if (sinceAsked >= ASK_EVERY_MILLIS) {
                askedAtNanos = System.nanoTime();
                return true;
            }
            bell.wait(ASK_EVERY_MILLIS - sinceAsked);
            return newest > after;
        }
    }

    private LedgerEventPage ask(long after, int limit) throws LedgerRefusal, NodeUnavailable {
        LedgerEventPage page = flows.run(node, ReadLedgerEvents.class, after, limit);
        synchronized (bell) {
            if (page.getLast() > newest) {
                newest = page.getLast();
                bell.notifyAll();
            }
        }
        return page;
    }
}
