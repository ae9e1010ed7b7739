package energy.registry.domain.energy;

/** An amount of energy in whole watt-hours, never negative. */
public final class WattHours implements Comparable<WattHours> {
    public static final WattHours ZERO = new WattHours(0);

    private final long value;

    private WattHours(long value) {
        this.value = value;
    }

    public static WattHours of(long wattHours) {
        if (wattHours < 0) {
            throw new IllegalArgumentException("energy is not negative: " + wattHours + " Wh");
        }
        return wattHours == 0 ? ZERO : new WattHours(wattHours);
    }

    public long toLong() {
        return value;
    }

    public WattHours plus(WattHours other) {
        return of(Math.addExact(value, other.value));
    }

    public WattHours minus(WattHours other) {
        return of(value - other.value);
    }

    public boolean isZero() {
        return value == 0;
    }

    @Override
    public int compareTo(WattHours other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WattHours && ((WattHours) other).value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return value + " Wh";
    }
}
