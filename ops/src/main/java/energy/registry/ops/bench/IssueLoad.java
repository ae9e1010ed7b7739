package energy.registry.ops.bench;

import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that send claims, each the next one of a device that no other client holds. */
final class IssueLoad {
    /** From the last answer to the regulator's event; far beyond what a healthy node needs. */
    private static final long VISIBLE_MILLIS_MAX = 60_000;

    private static final long BUSY_MILLIS = 200;

    private final HttpDoor gateway;
    private final FeedWatch feed;
    private final BlockingQueue<BenchDevice> devices;
    private final List<Issued> issued = Collections.synchronizedList(new ArrayList<>());

    IssueLoad(HttpDoor gateway, FeedWatch feed, List<BenchDevice> devices) {
        this.gateway = gateway;
        this.feed = feed;
        this.devices = new LinkedBlockingQueue<>(devices);
    }

    /** A bundle that is on the ledger and who owns it. */
    record Issued(String certificateId, String owner, long energyWh) {}

    /**
     * What one run did.
     *
     * @param intervals certified and recorded by the regulator before the time was up
     * @param seconds of the run
     * @param transactions that carried the claims
     * @param answered from sending to the gateway's answer
     * @param visible from sending to the regulator's event
     */
    record Run(
            long claims, long intervals, double seconds, int transactions, Percentiles answered, Percentiles visible) {

        double intervalsPerSecond() {
            return intervals / seconds;
        }

        double claimsPerTransaction() {
            return transactions == 0 ? 0 : (double) claims / transactions;
        }

        double transactionsPerSecond() {
            return transactions / seconds;
        }
    }

    /** Bundles issued so far and not taken yet; they are the goods of the trade measurements. */
    List<Issued> take(int count) {
        synchronized (issued) {
            List<Issued> taken = new ArrayList<>(issued.subList(0, Math.min(count, issued.size())));
            issued.subList(0, taken.size()).clear();
            return taken;
        }
    }

    Run run(int clients, int intervalsPerClaim, double seconds) throws InterruptedException, IOException {
        long begin = System.nanoTime();
        long intervalsBefore = feed.intervals();
        Tally tally = new Tally(begin + (long) (seconds * 1e9));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> send(intervalsPerClaim, tally), "client-" + i);
            thread.start();
            threads.add(thread);
        }
        long intervals = intervalsAt(tally.deadline, threads) - intervalsBefore;
        double lasted = (Math.min(System.nanoTime(), tally.deadline) - begin) / 1e9;
        for (Thread thread : threads) {
            thread.join();
        }
        tally.failIfBroken();
        return tally.result(intervals, lasted);
    }

    /** The intervals seen when the time is up, or when all clients ended before it. */
    private long intervalsAt(long deadline, List<Thread> threads) throws InterruptedException {
        while (System.nanoTime() < deadline && threads.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep(20);
        }
        return feed.intervals();
    }

    private void send(int intervals, Tally tally) {
        try {
            while (System.nanoTime() < tally.deadline && tally.broken.isEmpty()) {
                BenchDevice device = devices.poll();
                if (device == null) {
                    return;
                }
                if (device.hasRoomFor(intervals)) {
                    send(device, device.next(intervals), tally);
                    devices.add(device);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            tally.broken.add(String.valueOf(failed));
        }
    }

    private void send(BenchDevice device, BenchDevice.Claim claim, Tally tally)
            throws IOException, InterruptedException {
        long sent = System.nanoTime();
        HttpDoor.Answer answer = post(claim);
        while (answer.status() == 503) {
            tally.busy.incrementAndGet();
            Thread.sleep(BUSY_MILLIS);
            answer = post(claim);
        }
        if (!answer.isAccepted()) {
            throw new IOException("claim of " + device.deviceId() + " was not issued: " + answer.problem());
        }
        tally.sent.add(new Sent(claim.claimId(), sent, System.nanoTime() - sent));
        tally.transactions.add(answer.body().path("txId").asText());
        issued.add(new Issued(
                answer.body().path("certificateId").asText(),
                device.owner(),
                answer.body().path("energyWh").asLong()));
    }

    private HttpDoor.Answer post(BenchDevice.Claim claim) throws IOException {
        return gateway.post("/v1/claims", Json.object().put("claim", Json.base(claim.encoded())));
    }

    private record Sent(String claimId, long atNanos, long answeredNanos) {}

    /** What the clients of one run write down. */
    private final class Tally {
        private final long deadline;
        private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> transactions = ConcurrentHashMap.newKeySet();
        private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger busy = new AtomicInteger();

        private Tally(long deadline) {
            this.deadline = deadline;
        }

        private void failIfBroken() throws IOException {
            if (!broken.isEmpty()) {
                throw new IOException(broken.size() + " clients failed; the first: " + broken.get(0));
            }
        }

        private Run result(long intervals, double seconds) throws InterruptedException {
            List<Long> answered = new ArrayList<>();
            List<Long> visible = new ArrayList<>();
            for (Sent one : sent) {
                answered.add(one.answeredNanos());
                visible.add(seen(one.claimId()) - one.atNanos());
            }
            return new Run(
                    sent.size(),
                    intervals,
                    seconds,
                    transactions.size(),
                    new Percentiles(answered),
                    new Percentiles(visible));
        }

        private long seen(String claimId) throws InterruptedException {
            long deadline = System.nanoTime() + VISIBLE_MILLIS_MAX * 1_000_000;
            while (feed.seen(claimId).isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("claim " + claimId + " never came to the regulator");
                }
                Thread.sleep(10);
            }
            return feed.seen(claimId).get();
        }
    }
}
