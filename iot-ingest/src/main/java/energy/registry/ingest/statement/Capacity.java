package energy.registry.ingest.statement;

/** What a device can deliver at most: its certified AC maximum plus a margin. */
public final class Capacity {
    /** Permille above the certified maximum. In half a year of a real turbine nothing lay above 2 %. */
    static final int MARGIN_PERMILLE = 20;

    /** A register's resolution, Wh: each end of an interval may be rounded. */
    static final int RESOLUTION_WH = 1;

    private static final int SECONDS_PER_HOUR = 3_600;

    private Capacity() {}

    /** Most power of a moment, W. */
    public static long powerW(long capacityW) {
        return capacityW + capacityW * MARGIN_PERMILLE / 1_000;
    }

    /** Most energy in a time, Wh. */
    public static long energyWh(long capacityW, long seconds) {
        return Math.multiplyExact(powerW(capacityW), seconds) / SECONDS_PER_HOUR + RESOLUTION_WH;
    }
}
