package energy.registry.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeerLimitsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aPeerHasABurstThenARateAndAnotherPeerNoticesNothing() {
        PeerLimits limits = new PeerLimits(10, 20);
        for (int i = 0; i < 20; i++) {
            assertThat(limits.take("a", 0)).isZero();
        }
        assertThat(limits.take("a", 0)).as("milliseconds to the next").isEqualTo(100);
        assertThat(limits.take("a", 0)).as("asking costs nothing").isEqualTo(100);
        assertThat(limits.take("b", 0)).isZero();
        assertThat(limits.take("a", SECOND / 10)).isZero();
        assertThat(limits.take("a", SECOND / 10)).isPositive();
    }

    @Test
    void onlySoManyPeersAreRemembered() {
        PeerLimits limits = new PeerLimits(1, 1);
        for (int i = 0; i < 3 * PeerLimits.PEERS_MAX; i++) {
            limits.take("peer-" + i, 0);
        }
        assertThat(limits.size()).isEqualTo(PeerLimits.PEERS_MAX);
    }
}
