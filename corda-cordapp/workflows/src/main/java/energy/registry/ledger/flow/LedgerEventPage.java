package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** Consecutive events; {@code last} is where to read on. */
@CordaSerializable
public final class LedgerEventPage {
    private final List<LedgerEvent> events;
    private final long last;

    public LedgerEventPage(List<LedgerEvent> events, long last) {
        this.events = Collections.unmodifiableList(new ArrayList<>(events));
        this.last = last;
    }

    public List<LedgerEvent> getEvents() {
        return events;
    }

    public long getLast() {
        return last;
    }
}
