package energy.registry.ops.replay;

import java.util.List;
import java.util.Set;

/**
 * What ingest says of one interval.
 *
 * @param reasons codes with their sentences
 * @param rotorRpm what the verifier measured, for the report; empty where nothing was
 */
record Settled(String status, long energyWh, long maxWh, List<String> reasons, String certificateId, String rotorRpm) {
    static final String UNKNOWN = "UNKNOWN";

    private static final Set<String> FINAL = Set.of("ISSUED", "HELD", "REFUSED", "REJECTED", "NOTHING_TO_ISSUE");

    boolean isFinal() {
        return FINAL.contains(status);
    }

    boolean awaitsFootage() {
        return status.equals("WAITING_FOR_VERDICT") || status.equals(UNKNOWN);
    }
}
