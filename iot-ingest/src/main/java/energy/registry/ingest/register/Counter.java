package energy.registry.ingest.register;

/**
 * A kind of counter.
 *
 * @param modulusWh the value at which it begins at 0 again; 0 for one that never does
 * @param stepWh its step, at least 1
 */
public record Counter(long modulusWh, long stepWh) {
    private static final long MODULUS_32 = 1L << 32;
    private static final int EXPONENT_MAX = 9;

    /** Too wide to begin anew in the life of a device, in whole watt-hours. */
    public static final Counter WIDE = new Counter(0, 1);

    /** A counter of 32 bits of a unit of {@code 10^powerOfTen} Wh. A part of a watt-hour is lost where it begins anew. */
    public static Counter of32Bits(int powerOfTen) {
        return new Counter(
                powerOfTen >= 0 ? Math.multiplyExact(MODULUS_32, power(powerOfTen)) : MODULUS_32 / power(-powerOfTen),
                power(Math.max(0, powerOfTen)));
    }

    /** The same counter in a unit of {@code 10^powerOfTen} Wh. */
    public static Counter ofUnit(int powerOfTen, long modulusWh) {
        return new Counter(modulusWh, power(Math.max(0, powerOfTen)));
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < Math.min(exponent, EXPONENT_MAX); i++) {
            power *= 10;
        }
        return power;
    }

    /** What is known of it on a device; a new beginning is believed after it has shown itself for an interval. */
    public CounterTerms on(long capacityW, long intervalSeconds) {
        return new CounterTerms(modulusWh, stepWh, capacityW, CounterTerms.CONFIRMATIONS, intervalSeconds);
    }
}
