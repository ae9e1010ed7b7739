package energy.registry.ops.supervise;

import java.time.Duration;

/** Measures waiting on the machine's monotonic clock, which no correction of the time of day moves. */
public final class Stopwatch {
    private final long startNanos = System.nanoTime();

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    public long seconds() {
        return elapsed().toSeconds();
    }

    public boolean passed(Duration limit) {
        return elapsed().compareTo(limit) >= 0;
    }
}
