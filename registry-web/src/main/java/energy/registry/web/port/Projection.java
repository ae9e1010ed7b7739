package energy.registry.web.port;

import java.time.Duration;

/** How far the read model has come, and its rebuilding. */
public interface Projection {
    long lastSeq();

    /** Waits until the transaction's events are in the read model; false when patience ends first. */
    boolean awaitTransaction(String txId, Duration patience);

    /** Empties the read model and fills it again from the first event. */
    void rebuild();
}
