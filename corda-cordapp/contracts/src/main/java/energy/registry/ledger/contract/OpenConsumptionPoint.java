package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Opens a point of consumption for an account, with proofs that its names are new to the register. */
public final class OpenConsumptionPoint implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final List<AbsenceEvidence> absences;

    public OpenConsumptionPoint(String requestId, String actor, String reason, List<AbsenceEvidence> absences) {
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
