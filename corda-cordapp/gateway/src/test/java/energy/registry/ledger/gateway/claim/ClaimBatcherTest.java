package energy.registry.ledger.gateway.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.flow.ClaimOutcome;
import energy.registry.ledger.flow.IssueCertificates;
import energy.registry.ledger.flow.IssueOutcome;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.gateway.fixture.RecordedFlows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimBatcherTest {
    private static final byte BAD = 99;

    /** Meters stand on pages by tens. */
    private static final IntUnaryOperator PAGE_OF = claim -> claim / 10;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final RecordedFlows flows = new RecordedFlows();
    private final ClaimBatcher batcher = new ClaimBatcher(flows);

    @AfterEach
    void stop() {
        batcher.stop();
        clients.shutdownNow();
    }

    @Test
    void claimsThatArriveTogetherAreIssuedTogether() throws Exception {
        flows.when(IssueCertificates.class, ClaimBatcherTest::issued);
        List<CompletableFuture<ClaimOutcome>> outcomes = new ArrayList<>();
        for (byte claim = 1; claim <= 20; claim++) {
            outcomes.add(issue(claim));
        }
        awaitQueued();
        batcher.start();
        for (int i = 0; i < 20; i++) {
            assertThat(outcomes.get(i).get().getCertificateId()).isEqualTo("certificate-" + (i + 1));
        }
        assertThat(flows.runs()).hasSize(1);
    }

    @Test
    void copiesOfOneClaimShareItsOutcome() throws Exception {
        flows.when(IssueCertificates.class, ClaimBatcherTest::issued);
        CompletableFuture<ClaimOutcome> first = issue((byte) 7);
        CompletableFuture<ClaimOutcome> second = issue((byte) 7);
        awaitQueued();
        batcher.start();
        assertThat(second.get()).isSameAs(first.get());
        assertThat(claimsOf(flows.runs().get(0).arguments())).hasSize(1);
    }

    @Test
    void aBatchHoldsNoMoreThanItsLimit() throws Exception {
        flows.when(IssueCertificates.class, ClaimBatcherTest::issued);
        List<CompletableFuture<ClaimOutcome>> outcomes = new ArrayList<>();
        for (byte claim = 1; claim <= ClaimQueue.BATCH_MAX + 3; claim++) {
            outcomes.add(issue(claim));
        }
        awaitQueued();
        batcher.start();
        for (CompletableFuture<ClaimOutcome> outcome : outcomes) {
            assertThat(outcome.get().isIssued()).isTrue();
        }
        assertThat(flows.runs())
                .allSatisfy(
                        run -> assertThat(claimsOf(run.arguments()).size()).isLessThanOrEqualTo(ClaimQueue.BATCH_MAX));
    }

    @Test
    void oneBadClaimSinksNoOther() throws Exception {
        flows.when(IssueCertificates.class, arguments -> {
            if (claimsOf(arguments).stream().anyMatch(claim -> claim[0] == BAD)) {
                throw new LedgerRefusal("CLAIM_IS_CANONICAL", "in a batch");
            }
            return issued(arguments);
        });
        CompletableFuture<ClaimOutcome> good = issue((byte) 1);
        CompletableFuture<ClaimOutcome> bad = issue(BAD);
        CompletableFuture<ClaimOutcome> alsoGood = issue((byte) 2);
        awaitQueued();
        batcher.start();
        assertThat(good.get().isIssued()).isTrue();
        assertThat(alsoGood.get().isIssued()).isTrue();
        assertThat(bad.get().getRule()).isEqualTo("CLAIM_IS_CANONICAL");
    }

    @Test
    void whoeverWaitsIsToldThatTheNodeIsMissing() throws Exception {
        flows.when(IssueCertificates.class, arguments -> {
            throw new NodeUnavailable(LedgerNode.ISSUING_BODY, "is not connected", null);
        });
        batcher.start();
        CompletableFuture<ClaimOutcome> waiting = issue((byte) 1);
        assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(NodeUnavailable.class);
        flows.when(IssueCertificates.class, ClaimBatcherTest::issued);
        assertThat(issue((byte) 1).get().isIssued()).isTrue();
    }

    private static String meter(byte claim) {
        return "meter-" + claim;
    }

    /** Runs that last until {@code open} counts down, with the pages that were under way together. */
    private List<Set<Integer>> gated(CountDownLatch open, CountDownLatch begun) {
        List<Set<Integer>> together = new CopyOnWriteArrayList<>();
        flows.when(IssueCertificates.class, arguments -> {
            Set<Integer> pages = new TreeSet<>();
            claimsOf(arguments).forEach(claim -> pages.add(PAGE_OF.applyAsInt(claim[0])));
            together.add(pages);
            begun.countDown();
            try {
                open.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return issued(arguments);
        });
        return together;
    }

    @Test
    void claimsOfDifferentPagesAreUnderWayTogether() throws Exception {
        learnPages((byte) 11, (byte) 12, (byte) 21);
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        List<Set<Integer>> together = gated(open, begun);
        CompletableFuture<ClaimOutcome> first = issue((byte) 11);
        while (together.isEmpty()) {
            Thread.sleep(5);
        }
        CompletableFuture<ClaimOutcome> samePage = issue((byte) 12);
        CompletableFuture<ClaimOutcome> otherPage = issue((byte) 21);
        begun.await();
        Thread.sleep(200);
        assertThat(together).containsExactly(Set.of(1), Set.of(2));
        open.countDown();
        assertThat(first.get().isIssued()).isTrue();
        assertThat(samePage.get().isIssued()).isTrue();
        assertThat(otherPage.get().isIssued()).isTrue();
        assertThat(together).hasSize(3);
    }

    @Test
    void aClaimOfAnUnknownPageGoesAlone() throws Exception {
        learnPages((byte) 11, (byte) 21);
        CountDownLatch open = new CountDownLatch(1);
        List<Set<Integer>> together = gated(open, new CountDownLatch(1));
        issue((byte) 11);
        while (together.isEmpty()) {
            Thread.sleep(5);
        }
        CompletableFuture<ClaimOutcome> unknown = issue((byte) 31);
        Thread.sleep(300);
        assertThat(together).hasSize(1);
        open.countDown();
        assertThat(unknown.get().isIssued()).isTrue();
        assertThat(together).containsExactly(Set.of(1), Set.of(3));
    }

    /** Has the batcher learn the pages of these claims' meters. */
    private void learnPages(byte... claims) throws Exception {
        flows.when(IssueCertificates.class, ClaimBatcherTest::issued);
        batcher.start();
        for (byte claim : claims) {
            issue(claim).get();
        }
    }

    private CompletableFuture<ClaimOutcome> issue(byte claim) {
        CompletableFuture<ClaimOutcome> outcome = new CompletableFuture<>();
        clients.execute(() -> {
            try {
                gate.countDown();
                outcome.complete(batcher.issue(Digest.sha(new byte[] {claim}), meter(claim), new byte[] {claim})
                        .orElseThrow());
            } catch (NodeUnavailable | InterruptedException | RuntimeException failed) {
                outcome.completeExceptionally(failed);
            }
        });
        return outcome;
    }

    /** The clients' threads put their claims into the queue within this time even on a busy machine. */
    private void awaitQueued() throws InterruptedException {
        gate.await();
        Thread.sleep(300);
    }

    private static IssueOutcome issued(List<Object> arguments) {
        List<ClaimOutcome> outcomes = new ArrayList<>();
        for (byte[] claim : claimsOf(arguments)) {
            outcomes.add(new ClaimOutcome(
                    "id-" + claim[0], true, "certificate-" + claim[0], "tx", 10, "", "", PAGE_OF.applyAsInt(claim[0])));
        }
        return new IssueOutcome(outcomes);
    }

    @SuppressWarnings("unchecked")
    private static List<byte[]> claimsOf(List<Object> arguments) {
        return (List<byte[]>) arguments.get(0);
    }
}
