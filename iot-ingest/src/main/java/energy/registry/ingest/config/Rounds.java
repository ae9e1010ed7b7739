package energy.registry.ingest.config;

import energy.registry.ingest.application.DeliverClaims;
import energy.registry.ingest.application.FollowDevices;
import energy.registry.ingest.application.JoinClaims;
import energy.registry.ingest.application.KeepLedgerInStep;
import energy.registry.ingest.port.ClaimStore.Outgoing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work that repeats: following the ledger's devices, judging intervals, delivering claims. */
final class Rounds implements AutoCloseable {
    /** Between looks at due intervals and claims when there was nothing to do. */
    private static final int IDLE_MILLIS = 250;

    /** After a failed look. */
    private static final int PAUSE_MILLIS = 1_000;

    /** Claims under way at once: enough to keep the ledger's batches full, few enough to hold in memory. */
    private static final int DELIVERIES_MAX = 32;

    private static final int STOP_SECONDS_MAX = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService deliveries =
            Executors.newFixedThreadPool(DELIVERIES_MAX, work -> new Thread(work, "deliver"));
    private final Semaphore free = new Semaphore(DELIVERIES_MAX);
    private volatile boolean open = true;

    void start(FollowDevices devices, KeepLedgerInStep step, JoinClaims join, DeliverClaims deliver) {
        repeat("devices", () -> {
            devices.step();
            return true;
        });
        repeat("step", () -> step.run() > 0);
        repeat("join", () -> join.run() > 0);
        repeat("outbox", () -> sendSome(deliver));
        threads.forEach(Thread::start);
    }

    private boolean sendSome(DeliverClaims deliver) {
        int room = free.availablePermits();
        List<Outgoing> taken = room == 0 ? List.of() : deliver.take(room);
        for (Outgoing outgoing : taken) {
            free.acquireUninterruptibly();
            deliveries.execute(() -> {
                try {
                    deliver.deliver(outgoing);
                } catch (RuntimeException e) {
                    LOG.error(
                            "event=delivery-failed claim={}",
                            outgoing.claim().claim().id(),
                            e);
                } finally {
                    free.release();
                }
            });
        }
        return !taken.isEmpty();
    }

    private interface Round {
        /** @return whether there may be more to do at once */
        boolean go() throws IOException, InterruptedException;
    }

    private void repeat(String name, Round round) {
        threads.add(new Thread(
                () -> {
                    while (open) {
                        go(name, round);
                    }
                },
                name));
    }

    /** The outermost edge of a round: whatever went wrong is logged, and tried again after a pause. */
    private void go(String name, Round round) {
        try {
            if (!round.go()) {
                Thread.sleep(IDLE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        } catch (IOException | RuntimeException e) {
            LOG.warn("event=round-failed round={} problem=\"{}\"", name, e.toString());
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            open = false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        threads.forEach(Thread::interrupt);
        deliveries.shutdown();
        if (!deliveries.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            deliveries.shutdownNow();
        }
        for (Thread thread : threads) {
            thread.join(STOP_SECONDS_MAX * 1_000L);
        }
    }
}
