package energy.registry.ingest.register;

/** What one reading of a counter means. Only {@link Continues} and {@link Rollover} add energy that is certain. */
public sealed interface CounterStep {
    /** The first value: nothing is known of the time before. */
    record Begins() implements CounterStep {}

    /** It went on; over a gap the sum is certain and its split by time is not. */
    record Continues(long energyWh) implements CounterStep {}

    /** It passed its largest value and began at 0. */
    record Rollover(long energyWh) implements CounterStep {}

    /** The same value at the same time once more: a cached reading, or a stuck register with a stuck clock. */
    record Repeated() implements CounterStep {}

    /** Another value at the same time, or an earlier time: nothing follows from it. */
    record Disordered() implements CounterStep {}

    /** It does not fit; it may be a stray value or a new beginning. The last good value stays what it is. */
    record Suspect(String why) implements CounterStep {}

    /** The suspect values before were strays: the counter goes on from the last good one. */
    record Recovered(long energyWh, int strays) implements CounterStep {}

    /**
     * The counter began anew without anybody saying so. What flowed between the last good value and the first of the new
     * ones is not known and not counted.
     *
     * @param energyWh what it gained since its new beginning
     * @param lastGoodWh where it stood before
     */
    record Reset(long energyWh, long lastGoodWh) implements CounterStep {}
}
