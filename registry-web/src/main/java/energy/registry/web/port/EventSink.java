package energy.registry.web.port;

import energy.registry.web.model.LedgerEvent;
import java.util.List;

/** Takes the ledger's events into the read model, each exactly once. */
public interface EventSink {
    long lastSeq();

    /** Applies the events that are new and moves the position, in one transaction. Events already applied are skipped. */
    void apply(List<LedgerEvent> events);

    /** Empties the read model and sets the position to the start, in one transaction. */
    void clear();
}
