package energy.registry.web.application;

import energy.registry.web.model.Outcome;
import energy.registry.web.port.Projection;
import java.time.Duration;
import java.util.function.Function;

/** After a command, waits a little for the read model, so that the next page shows what was just done. */
final class Freshness {
    /** Longest wait: the feed takes well under a second; after this the page says what was done and the lists follow. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Projection projection;

    Freshness(Projection projection) {
        this.projection = projection;
    }

    <T> Outcome<T> after(Outcome<T> outcome, Function<T, String> txId) {
        return outcome.map(value -> {
            projection.awaitTransaction(txId.apply(value), PATIENCE); // either way the command stands on the ledger
            return value;
        });
    }
}
