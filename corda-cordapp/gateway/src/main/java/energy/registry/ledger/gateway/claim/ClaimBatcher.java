package energy.registry.ledger.gateway.claim;

import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.flow.ClaimOutcome;
import energy.registry.ledger.flow.IssueCertificates;
import energy.registry.ledger.flow.IssueOutcome;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.gateway.claim.WaitingClaim.Settled;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts claims that arrive together into one issue: a transaction costs the ledger far more than a claim in it. While some
 * issues are under way the next one gathers, so that batches grow with the load and a lone claim waits only a moment.
 */
public final class ClaimBatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimBatcher.class);

    /** Issues under way at a time: one signs while others are notarised and recorded; more only wait for a processor. */
    private static final int UNDER_WAY_MAX = 3;

    private final Flows flows;
    private final ClaimQueue queue = new ClaimQueue();
    private final List<Thread> workers = new ArrayList<>();

    public ClaimBatcher(Flows flows) {
        this.flows = flows;
        for (int i = 0; i < UNDER_WAY_MAX; i++) {
            workers.add(new Thread(this::work, "claim-batcher-" + i));
        }
    }

    public void start() {
        for (Thread worker : workers) {
            worker.setDaemon(true);
            worker.start();
        }
    }

    public void stop() {
        workers.forEach(Thread::interrupt);
    }

    /** Issues a meter's claim and waits for its outcome; empty when too many are waiting already. */
    public Optional<ClaimOutcome> issue(Digest claimId, String meterId, byte[] claim)
            throws NodeUnavailable, InterruptedException {
        WaitingClaim waiting = new WaitingClaim(claimId, meterId, claim, new CompletableFuture<>());
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
        } catch (ExecutionException bug) {
            throw new IllegalStateException("issuing a batch failed", bug.getCause());
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ClaimQueue.Batch batch = queue.take();
                try {
                    settle(batch.claims());
                } finally {
                    queue.ended(batch);
                }
            }
        } catch (InterruptedException stopping) {
            LOG.info("no more claims are taken");
        }
    }

    /** Issues claims, each given with its copies, which share its outcome. */
    private void settle(List<List<WaitingClaim>> waiting) throws InterruptedException {
        List<byte[]> claims = new ArrayList<>();
        waiting.forEach(copies -> claims.add(copies.get(0).claim()));
        try {
            IssueOutcome outcome = flows.run(LedgerNode.ISSUING_BODY, IssueCertificates.class, claims);
            for (int i = 0; i < waiting.size(); i++) {
                ClaimOutcome one = outcome.getOutcomes().get(i);
                queue.learn(waiting.get(i).get(0).meterId(), one.getPage());
                complete(waiting.get(i), new Settled(one, null));
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
    private void settleRefused(List<List<WaitingClaim>> waiting, LedgerRefusal refused) throws InterruptedException {
        if (waiting.size() == 1) {
            String claimId = waiting.get(0).get(0).claimId().toString();
            ClaimOutcome outcome = new ClaimOutcome(
                    claimId, false, "", "", 0, refused.getRule(), refused.getDetail(), ClaimOutcome.PAGE_UNKNOWN);
            complete(waiting.get(0), new Settled(outcome, null));
            return;
        }
        for (List<WaitingClaim> copies : waiting) {
            settle(List.of(copies));
        }
    }

    private static void complete(List<WaitingClaim> copies, Settled settled) {
        copies.forEach(one -> one.settled().complete(settled));
    }
}
