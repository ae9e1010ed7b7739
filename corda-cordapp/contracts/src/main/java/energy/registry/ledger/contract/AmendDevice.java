package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Changes a device's record from a second of measured time on; the new record stands in the output. */
public final class AmendDevice implements DeviceCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final long effectiveEpochSecond;
    private final List<AbsenceEvidence> absences;

    /** @param absences that each fingerprint which the record gains is new, in the order of the fingerprints */
    public AmendDevice(
            String requestId, String actor, String reason, long effectiveEpochSecond, List<AbsenceEvidence> absences) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.effectiveEpochSecond = effectiveEpochSecond;
        this.absences = Collections.unmodifiableList(new ArrayList<>(absences));
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    @Override
    public String getActor() {
        return actor;
    }

    @Override
    public String getReason() {
        return reason;
    }

    public long getEffectiveEpochSecond() {
        return effectiveEpochSecond;
    }

    public List<AbsenceEvidence> getAbsences() {
        return absences;
    }
}
