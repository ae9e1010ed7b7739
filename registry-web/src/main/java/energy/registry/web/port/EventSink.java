package energy.registry.web.port;

import energy.registry.web.model.LedgerEvent;
import java.util.List;

/** Takes the ledger's events into the read model, each exactly once. */
public interface EventSink {
    long lastSeq();

    /**
     * Applies the events and moves the position, in one transaction. False, and nothing applied, when the read model does not stand at
     * {@code after} any more, where they were read from: it was emptied meanwhile, and what lies between would be left out.
     */
    boolean apply(long after, List<LedgerEvent> events);

    /** Empties the read model and sets the position to the start, in one transaction. */
    void clear();
}
