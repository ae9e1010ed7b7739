package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/**
 * A flow sleeps until its transaction is recorded on its own node. Restored after a crash it begins the recording again:
 * to notarise and to record the same transaction twice changes nothing.
 */
final class RecordHereFirst implements FlowExternalAsyncOperation<SignedTransaction> {
    private final Recording recording;
    private final SignedTransaction transaction;
    private final List<Party> others;

    RecordHereFirst(Recording recording, SignedTransaction transaction, List<Party> others) {
        this.recording = recording;
        this.transaction = transaction;
        this.others = new ArrayList<>(others);
    }

    @Override
    public CompletableFuture<SignedTransaction> execute(String deduplicationId) {
        return recording.begin(transaction, others);
    }
}
