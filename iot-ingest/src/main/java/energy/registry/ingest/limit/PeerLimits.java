package energy.registry.ingest.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/** A rate for each peer; who was silent for longest is forgotten first, which only gives him a full burst again. */
public final class PeerLimits {
    /** Peers remembered at once: some hundred bytes each. */
    static final int PEERS_MAX = 10_000;

    private final long perSecond;
    private final long burst;
    private final Map<String, TokenBucket> peers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > PEERS_MAX;
        }
    };

    public PeerLimits(long perSecond, long burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** @return milliseconds until the peer may ask again; 0 when he may now */
    public synchronized long take(String peer, long nowNanos) {
        return peers.computeIfAbsent(peer, any -> new TokenBucket(perSecond, burst, nowNanos))
                .take(nowNanos);
    }

    synchronized int size() {
        return peers.size();
    }
}
