package energy.registry.ledger.flow;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.corda.core.concurrent.CordaFuture;
import net.corda.core.identity.Party;
import net.corda.core.messaging.FlowHandle;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;
import net.corda.core.transactions.SignedTransaction;

/**
 * Starts recordings as flows of their own, so that an act can be answered as soon as this node has recorded it: the rest of
 * the recording, which tells the other nodes, lives in its own checkpoints and goes on after a crash.
 */
@CordaService
public final class Recording extends SingletonSerializeAsToken {
    /**
     * Recordings under way before acts wait for the whole of theirs: each holds a transaction in memory and in the
     * database, and other nodes must not fall behind without end.
     */
    private static final int UNDER_WAY_MAX = 32;

    private final AppServiceHub hub;
    private final AtomicInteger underWay = new AtomicInteger();

    /** A thread of its own: one that runs a flow carries that flow's database transaction, and must not start another. */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "recordings");
        thread.setDaemon(true);
        return thread;
    });

    public Recording(AppServiceHub hub) {
        this.hub = hub;
    }

    /** Completes when the transaction stands in this node's vault, or fails as the recording does before that. */
    CompletableFuture<SignedTransaction> begin(SignedTransaction transaction, List<Party> others) {
        CompletableFuture<SignedTransaction> here = new CompletableFuture<>();
        starter.execute(() -> {
            try {
                start(transaction, others, here);
            } catch (RuntimeException stopping) {
                here.completeExceptionally(stopping);
            }
        });
        return here;
    }

    private void start(SignedTransaction transaction, List<Party> others, CompletableFuture<SignedTransaction> here) {
        if (underWay.incrementAndGet() <= UNDER_WAY_MAX) {
            CordaFuture<SignedTransaction> committed =
                    hub.getValidatedTransactions().trackTransaction(transaction.getId());
            committed.toCompletableFuture().thenAccept(here::complete);
        }
        FlowHandle<SignedTransaction> recording = hub.startFlow(new RecordEverywhere(transaction, others));
        recording.getReturnValue().toCompletableFuture().whenComplete((recorded, failure) -> {
            underWay.decrementAndGet();
            recording.close();
            if (failure == null) {
                here.complete(recorded);
            } else {
                here.completeExceptionally(failure);
            }
        });
    }
}
