package energy.registry.ingest.limit;

/** How much somebody may spend: a rate with a burst. What is spent beyond is a debt that takes time to pay off. */
public final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long perSecond;
    private final long burst;
    private double tokens;
    private long at;

    public TokenBucket(long perSecond, long burst, long nowNanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.at = nowNanos;
    }

    /** @return milliseconds to wait until the debt is paid; 0 when there is none */
    public long spend(long amount, long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - at) / NANOS_PER_SECOND * perSecond) - amount;
        at = nowNanos;
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens * 1_000 / perSecond);
    }

    /**
     * Takes one where there is one, and makes no debt.
     *
     * @return milliseconds until there is one; 0 when it was taken
     */
    long take(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - at) / NANOS_PER_SECOND * perSecond);
        at = nowNanos;
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return (long) Math.ceil((1 - tokens) * 1_000 / perSecond);
    }
}
