package energy.registry.web.application;

import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.Outcome;
import energy.registry.web.port.EventSink;
import energy.registry.web.port.LedgerFeed;
import java.time.Duration;
import java.util.List;

/** Keeps the read model behind the ledger by at most one poll. One step reads a batch and applies it. */
public final class FollowLedger {
    /** Events in a step: one page of the feed, well under a second of work. */
    public static final int BATCH_EVENTS = 500;
    /** Longest wait for news in one call: short enough to stop within the time a server has to end. */
    public static final Duration WAIT = Duration.ofSeconds(5);

    private final LedgerFeed feed;
    private final EventSink sink;

    public FollowLedger(LedgerFeed feed, EventSink sink) {
        this.feed = feed;
        this.sink = sink;
    }

    /** The number of events applied, or why the feed could not be read. */
    public Outcome<Integer> step() {
        long after = sink.lastSeq();
        return feed.after(after, BATCH_EVENTS, WAIT).map(events -> apply(after, events));
    }

    private int apply(long after, List<LedgerEvent> events) {
        return !events.isEmpty() && sink.apply(after, events) ? events.size() : 0;
    }
}
