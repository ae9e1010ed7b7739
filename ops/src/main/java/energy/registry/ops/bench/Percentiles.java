package energy.registry.ops.bench;

import java.util.Arrays;
import java.util.List;

/** Times of one kind of call, sorted. */
final class Percentiles {
    private static final double MILLIS = 1e6;

    private final long[] nanos;

    Percentiles(List<Long> nanos) {
        this.nanos = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(this.nanos);
    }

    int count() {
        return nanos.length;
    }

    /** Nearest rank, milliseconds; 0 when nothing was measured. */
    double millis(int percent) {
        if (nanos.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * nanos.length);
        return nanos[Math.max(1, rank) - 1] / MILLIS;
    }
}
