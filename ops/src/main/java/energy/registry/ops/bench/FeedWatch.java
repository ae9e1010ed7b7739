package energy.registry.ops.bench;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.ops.device.HttpDoor;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Follows the regulator's event feed: what is seen here stands in the regulator's vault. */
final class FeedWatch implements AutoCloseable {
    /** A day's bundle is about 12 kB of JSON, so that a page stays below a megabyte. */
    private static final int PAGE = 64;

    private static final int WAIT_MILLIS = 5_000;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    private final HttpDoor gateway;
    private final Map<String, Long> seenNanos = new ConcurrentHashMap<>();
    private final AtomicLong intervals = new AtomicLong();
    private final AtomicLong bundles = new AtomicLong();
    private final Thread reader = new Thread(this::follow, "feed-watch");
    private volatile boolean closed;
    private volatile long position;

    FeedWatch(HttpDoor gateway) {
        this.gateway = gateway;
    }

    /** Skips what is there already, then follows. */
    void start() throws IOException {
        JsonNode page = page(position, 0);
        while (!page.isEmpty()) {
            position = page.get(page.size() - 1).path("seq").asLong();
            page = page(position, 0);
        }
        reader.setDaemon(true);
        reader.start();
    }

    /** Certified intervals that the regulator has recorded since the start. */
    long intervals() {
        return intervals.get();
    }

    /** Issued bundles that the regulator has recorded since the start. */
    long bundles() {
        return bundles.get();
    }

    /** When the certificate of a claim was seen, by {@link System#nanoTime()}. */
    Optional<Long> seen(String claimId) {
        return Optional.ofNullable(seenNanos.get(claimId));
    }

    /** Waits until {@code count} bundles were seen. */
    void awaitBundles(long count, long millisMax) throws InterruptedException {
        long deadline = System.nanoTime() + millisMax * 1_000_000;
        while (bundles.get() < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the regulator has recorded " + bundles.get() + " of " + count
                        + " bundles after " + millisMax + " ms");
            }
            Thread.sleep(50);
        }
    }

    private void follow() {
        while (!closed) {
            try {
                for (JsonNode event : page(position, WAIT_MILLIS)) {
                    note(event);
                    position = event.path("seq").asLong();
                }
            } catch (IOException away) {
                pause();
            }
        }
    }

    private void note(JsonNode event) {
        JsonNode data = event.path("data");
        boolean issued = event.path("type").asText().equals("CertificateChanged")
                && data.path("previous").isEmpty();
        if (issued) {
            seenNanos.put(data.path("claimId").asText(), System.nanoTime());
            intervals.addAndGet(data.path("intervals").size());
            bundles.incrementAndGet();
        }
    }

    private JsonNode page(long after, int waitMillis) throws IOException {
        HttpDoor.Answer answer = gateway.get(
                "/v1/events?node=regulator&after=" + after + "&limit=" + PAGE + "&waitMillis=" + waitMillis);
        if (!answer.isAccepted()) {
            throw new IOException("the feed gives no events: " + answer.problem());
        }
        return answer.body().path("events");
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException stopping) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
