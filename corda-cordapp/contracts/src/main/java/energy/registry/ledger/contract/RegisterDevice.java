package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Registers an approved device; the proofs show, one after the other, that each fingerprint is new. */
public final class RegisterDevice implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final List<AbsenceEvidence> absences;

    public RegisterDevice(String requestId, String actor, String reason, List<AbsenceEvidence> absences) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.absences = Collections.unmodifiableList(new ArrayList<>(absences));
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public String getActor() {
        return actor;
    }

    public String getReason() {
        return reason;
    }

    public List<AbsenceEvidence> getAbsences() {
        return absences;
    }
}
