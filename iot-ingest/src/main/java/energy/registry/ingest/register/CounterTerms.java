package energy.registry.ingest.register;

import energy.registry.ingest.statement.Capacity;

/**
 * What is known of a counter.
 *
 * @param modulusWh the value at which it begins at 0 again; 0 for one that never does
 * @param resolutionWh its step
 * @param capacityW most that the device delivers
 * @param confirmations readings in a row that must agree before a new beginning is believed
 * @param confirmSeconds how long they must agree: a counter that is read every second may show a zero more than once
 */
public record CounterTerms(long modulusWh, long resolutionWh, long capacityW, int confirmations, long confirmSeconds) {
    /** One stray value after a restart is common, two are; three that agree with each other and physics are not. */
    public static final int CONFIRMATIONS = 3;

    private static final long MODULUS_32 = 1L << 32;

    /** A 32-bit counter (SunSpec {@code acc32}) with a scale factor. */
    public static CounterTerms of32Bits(long stepWh, long capacityW) {
        return new CounterTerms(Math.multiplyExact(MODULUS_32, stepWh), stepWh, capacityW, CONFIRMATIONS, 0);
    }

    /** A counter that is too wide to begin anew in the life of a device. */
    public static CounterTerms wide(long stepWh, long capacityW) {
        return new CounterTerms(0, stepWh, capacityW, CONFIRMATIONS, 0);
    }

    /** Most that it may gain in a time: what the device delivers, and its own rounding at both ends. */
    long mostWh(long seconds) {
        return Capacity.energyWh(capacityW, seconds) + resolutionWh;
    }
}
