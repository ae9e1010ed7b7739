package energy.registry.ingest.adapter.mqtt;

/** How much somebody may spend: a rate with a burst. What is spent beyond is a debt that takes time to pay off. */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long perSecond;
    private final long burst;
    private double tokens;
    private long at;

    TokenBucket(long perSecond, long burst, long nowNanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.at = nowNanos;
    }

    /** @return milliseconds to wait until the debt is paid; 0 when there is none */
    long spend(long amount, long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - at) / NANOS_PER_SECOND * perSecond) - amount;
        at = nowNanos;
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens * 1_000 / perSecond);
    }
}
