package energy.registry.web.adapter.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each caller: full at first, filled again at a steady rate, emptied by requests. The callers seen last are
 * remembered; one who was forgotten begins with a full bucket, as one who was never here.
 */
final class TokenBuckets {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final float LOAD = 0.75f;

    private final double capacity;
    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets;

    /**
     * @param capacity tokens that a caller who was away may use at once
     * @param perSecond tokens that come again in a second
     * @param callersMax callers remembered
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    TokenBuckets(double capacity, double perSecond, int callersMax, LongSupplier nanos) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.buckets = new LinkedHashMap<>(16, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > callersMax;
            }
        };
    }

    private record Bucket(double tokens, long atNanos) {}

    /** Whole seconds until this many tokens are there; 0 when they were, and are taken. */
    synchronized long take(String caller, double tokens) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(caller, new Bucket(capacity, now));
        double there = Math.min(capacity, bucket.tokens() + (now - bucket.atNanos()) / NANOS_PER_SECOND * perSecond);
        if (there >= tokens) {
            buckets.put(caller, new Bucket(there - tokens, now));
            return 0;
        }
        buckets.put(caller, new Bucket(there, now));
        return (long) Math.ceil((tokens - there) / perSecond);
    }

    synchronized int remembered() {
        return buckets.size();
    }
}
