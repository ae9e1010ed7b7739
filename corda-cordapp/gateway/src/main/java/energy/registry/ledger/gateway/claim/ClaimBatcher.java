package energy.registry.ledger.gateway.claim;

import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.flow.ClaimOutcome;
import energy.registry.ledger.flow.IssueCertificates;
import energy.registry.ledger.flow.IssueOutcome;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts claims that arrive together into one issue: a transaction costs the ledger far more than a claim in it. While one
 * issue is under way the next one gathers, so that batches grow with the load and a lone claim waits only a moment.
 */
public final class ClaimBatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimBatcher.class);

    /** Claims in one issue: past this a transaction gains little and holds more than it should. */
    static final int BATCH_MAX = 32;

    /** Bytes of claims in one issue; a transaction holds at most 10 MiB of everything. */
    static final int BATCH_BYTES_MAX = 2 * 1024 * 1024;

    /** Claims that wait; more are turned away, and come again from their sender's outbox. */
    static final int WAITING_MAX = 1_024;

    /** How long the first claim of a batch waits for company, ms. */
    private static final long WINDOW_MILLIS = 5;

    private record Waiting(Digest claimId, byte[] claim, CompletableFuture<Settled> settled) {}

    /** How a claim ended: with the ledger's outcome or with a node's absence. */
    private record Settled(ClaimOutcome outcome, NodeUnavailable missing) {}

    private final Flows flows;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread worker = new Thread(this::work, "claim-batcher");
    private Waiting held;

    public ClaimBatcher(Flows flows) {
        this.flows = flows;
    }

    public void start() {
        worker.setDaemon(true);
        worker.start();
    }

    public void stop() {
        worker.interrupt();
    }

    /** Issues a claim and waits for its outcome; empty when too many are waiting already. */
    public Optional<ClaimOutcome> issue(Digest claimId, byte[] claim) throws NodeUnavailable, InterruptedException {
        Waiting waiting = new Waiting(claimId, claim, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            return Optional.empty();
        }
        Settled settled = join(waiting.settled());
        if (settled.missing() != null) {
            throw new NodeUnavailable(
                    settled.missing().node(), settled.missing().getMessage(), settled.missing());
        }
        return Optional.of(settled.outcome());
    }

    private static Settled join(CompletableFuture<Settled> settled) throws InterruptedException {
        try {
            return settled.get();
        } catch (java.util.concurrent.ExecutionException bug) {
            throw new IllegalStateException("issuing a batch failed", bug.getCause());
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                settle(gather());
            }
        } catch (InterruptedException stopping) {
            LOG.info("no more claims are taken");
        }
    }

    /** The next batch by claim id: copies of one claim share an outcome. */
    private Map<Digest, List<Waiting>> gather() throws InterruptedException {
        Waiting first = held != null ? held : queue.take();
        held = null;
        Map<Digest, List<Waiting>> batch = new LinkedHashMap<>();
        long bytes = 0;
        Waiting next = first;
        while (next != null) {
            bytes += next.claim().length;
            if (bytes > BATCH_BYTES_MAX && !batch.isEmpty()) {
                held = next;
                break;
            }
            batch.computeIfAbsent(next.claimId(), id -> new ArrayList<>()).add(next);
            next = batch.size() == BATCH_MAX ? null : queue.poll(WINDOW_MILLIS, TimeUnit.MILLISECONDS);
        }
        return batch;
    }

    private void settle(Map<Digest, List<Waiting>> batch) throws InterruptedException {
        List<byte[]> claims = new ArrayList<>();
        batch.values().forEach(copies -> claims.add(copies.get(0).claim()));
        List<List<Waiting>> waiting = new ArrayList<>(batch.values());
        try {
            IssueOutcome outcome = flows.run(LedgerNode.ISSUING_BODY, IssueCertificates.class, claims);
            for (int i = 0; i < waiting.size(); i++) {
                complete(waiting.get(i), new Settled(outcome.getOutcomes().get(i), null));
            }
        } catch (NodeUnavailable missing) {
            waiting.forEach(copies -> complete(copies, new Settled(null, missing)));
        } catch (LedgerRefusal refused) {
            settleRefused(waiting, refused);
        } catch (RuntimeException bug) {
            // The outermost edge of this thread: those who wait are told, and the next batch goes on.
            LOG.error("a batch of {} claims failed", waiting.size(), bug);
            waiting.forEach(copies -> copies.forEach(one -> one.settled().completeExceptionally(bug)));
        }
    }

    /** A batch that was refused whole is issued claim by claim, so that one bad claim sinks no other. */
    private void settleRefused(List<List<Waiting>> waiting, LedgerRefusal refused) throws InterruptedException {
        if (waiting.size() == 1) {
            Waiting only = waiting.get(0).get(0);
            complete(
                    waiting.get(0),
                    new Settled(
                            new ClaimOutcome(
                                    only.claimId().toString(),
                                    false,
                                    "",
                                    "",
                                    0,
                                    refused.getRule(),
                                    refused.getDetail()),
                            null));
            return;
        }
        for (List<Waiting> copies : waiting) {
            settle(Map.of(copies.get(0).claimId(), copies));
        }
    }

    private static void complete(List<Waiting> copies, Settled settled) {
        copies.forEach(one -> one.settled().complete(settled));
    }
}
