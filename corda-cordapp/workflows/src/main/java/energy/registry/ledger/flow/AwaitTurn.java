package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;

/** A flow sleeps until its turn has come. */
final class AwaitTurn implements FlowExternalAsyncOperation<Boolean> {
    private final Turns turns;
    private final String name;
    private final List<String> wanted;

    AwaitTurn(Turns turns, String name, List<String> wanted) {
        this.turns = turns;
        this.name = name;
        this.wanted = new ArrayList<>(wanted);
    }

    @Override
    public CompletableFuture<Boolean> execute(String deduplicationId) {
        return turns.take(name, wanted);
    }
}
