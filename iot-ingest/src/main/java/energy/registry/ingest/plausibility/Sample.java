package energy.registry.ingest.plausibility;

import java.util.Map;

/**
 * One reading with the time it speaks of.
 *
 * @param from start, UTC seconds: the reading before, or the statement's start
 * @param to end: the reading's own time
 * @param energyWh what the register gained in the time; negative where the register before is not known
 * @param witnesses by name, in thousandths of the unit
 */
record Sample(long from, long to, long powerW, long energyWh, Map<String, Long> witnesses) {
    private static final long MISSING = Long.MIN_VALUE;

    int seconds() {
        return (int) (to - from);
    }

    /** The witness, or {@link Long#MIN_VALUE}. */
    long witness(String name) {
        Long value = witnesses.get(name);
        return value == null ? MISSING : value;
    }

    boolean has(String name) {
        return witness(name) != MISSING;
    }
}
