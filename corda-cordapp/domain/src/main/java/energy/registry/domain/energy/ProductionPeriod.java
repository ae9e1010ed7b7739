package energy.registry.domain.energy;

import java.time.Instant;

/** A half-open UTC period {@code [start, end)} in whole seconds. */
public final class ProductionPeriod implements Comparable<ProductionPeriod> {
    private final long startEpochSecond;
    private final long endEpochSecond;

    private ProductionPeriod(long startEpochSecond, long endEpochSecond) {
        this.startEpochSecond = startEpochSecond;
        this.endEpochSecond = endEpochSecond;
    }

    public static ProductionPeriod between(long startEpochSecond, long endEpochSecond) {
        if (endEpochSecond <= startEpochSecond) {
            throw new IllegalArgumentException("a period ends after it starts: "
                    + Instant.ofEpochSecond(startEpochSecond) + " .. " + Instant.ofEpochSecond(endEpochSecond));
        }
        return new ProductionPeriod(startEpochSecond, endEpochSecond);
    }

    public long startEpochSecond() {
        return startEpochSecond;
    }

    public long endEpochSecond() {
        return endEpochSecond;
    }

    public long seconds() {
        return endEpochSecond - startEpochSecond;
    }

    public boolean overlaps(ProductionPeriod other) {
        return startEpochSecond < other.endEpochSecond && other.startEpochSecond < endEpochSecond;
    }

    public boolean contains(ProductionPeriod other) {
        return startEpochSecond <= other.startEpochSecond && other.endEpochSecond <= endEpochSecond;
    }

    @Override
    public int compareTo(ProductionPeriod other) {
        int byStart = Long.compare(startEpochSecond, other.startEpochSecond);
        return byStart != 0 ? byStart : Long.compare(endEpochSecond, other.endEpochSecond);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductionPeriod && compareTo((ProductionPeriod) other) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(startEpochSecond * 31 + endEpochSecond);
    }

    @Override
    public String toString() {
        return "[" + Instant.ofEpochSecond(startEpochSecond) + ", " + Instant.ofEpochSecond(endEpochSecond) + ")";
    }
}
