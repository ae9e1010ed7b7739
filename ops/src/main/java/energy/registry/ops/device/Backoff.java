package energy.registry.ops.device;

import java.time.Duration;

/** Waits longer after each failure, up to a limit, and not at all forever. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    /** A busy verifier works a clip off in some seconds: asking less often than that wastes its free moments. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final long deadlineNanos;
    private Duration next = FIRST;

    Backoff(Duration atMost) {
        this.deadlineNanos = System.nanoTime() + atMost.toNanos();
    }

    /** Sleeps; false when the time is over. */
    boolean again(Duration asked) throws InterruptedException {
        if (System.nanoTime() >= deadlineNanos) {
            return false;
        }
        Thread.sleep(Math.max(next.toMillis(), Math.min(asked.toMillis(), LONGEST.toMillis())));
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return true;
    }
}
