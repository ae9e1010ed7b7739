package energy.registry.ingest.application;

import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import java.util.concurrent.CompletableFuture;

/** Where doors bring messages. */
public interface Intake {
    /**
     * Never blocks. The answer comes when what it says is durable; it fails with {@link Overloaded} when too much is
     * undecided.
     */
    CompletableFuture<Answer> accept(Arrival arrival);

    /** Bytes of messages that are not decided yet. */
    long undecidedBytes();
}
