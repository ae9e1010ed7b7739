package energy.registry.web.adapter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Buckets let through what they hold and what comes again, and remember only so many callers. */
final class TokenBucketsTest {
    private static final int CALLERS_MAX = 3;

    private final AtomicLong nanos = new AtomicLong(17);
    private final TokenBuckets buckets = new TokenBuckets(10, 2, CALLERS_MAX, nanos::get);

    @Test
    void lastsForItsCapacityAndThenAsLongAsItsRate() {
        for (int request = 0; request < 10; request++) {
            assertThat(buckets.take("a", 1)).isZero();
        }
        assertThat(buckets.take("a", 1)).isEqualTo(1);
        assertThat(buckets.take("a", 10)).isEqualTo(5);
        assertThat(buckets.take("b", 1)).as("somebody else").isZero();
        pass(1_000);
        assertThat(buckets.take("a", 1)).isZero();
        assertThat(buckets.take("a", 1)).isZero();
        assertThat(buckets.take("a", 1)).isEqualTo(1);
    }

    @Test
    void isNeverFullerThanItsCapacity() {
        buckets.take("a", 10);
        pass(3_600_000);
        assertThat(buckets.take("a", 10)).isZero();
        assertThat(buckets.take("a", 1)).isPositive();
    }

    @Test
    void whoWaitsAsToldIsLetThrough() {
        Random random = new Random(11);
        for (int request = 0; request < 1_000; request++) {
            double cost = 1 + random.nextInt(10);
            long seconds = buckets.take("a", cost);
            if (seconds > 0) {
                pass(seconds * 1_000);
                assertThat(buckets.take("a", cost)).isZero();
            }
        }
    }

    @Test
    void remembersOnlySoManyCallers() {
        for (int caller = 0; caller < 1_000; caller++) {
            buckets.take("caller-" + caller, 10);
        }
        assertThat(buckets.remembered()).isEqualTo(CALLERS_MAX);
        assertThat(buckets.take("caller-999", 1)).as("seen last").isPositive();
        assertThat(buckets.take("caller-0", 1)).as("forgotten").isZero();
    }

    @Test
    void anIpv6NetworkIsOneCaller() {
        assertThat(RateLimit.network("2001:db8:1:2:3:4:5:6")).isEqualTo(RateLimit.network("2001:db8:1:2:ffff::1"));
        assertThat(RateLimit.network("2001:db8:1:2:3:4:5:6")).isNotEqualTo(RateLimit.network("2001:db8:1:3::1"));
        assertThat(RateLimit.network("192.0.2.1")).isNotEqualTo(RateLimit.network("192.0.2.2"));
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
