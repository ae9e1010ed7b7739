package energy.registry.ledger.flow;

import java.time.Instant;
import net.corda.core.serialization.CordaSerializable;

/** A freeze on the list; until is null when it is open. */
@CordaSerializable
public final class ListedFreeze {
    private final String freezeId;
    private final String subjectType;
    private final String subjectId;
    private final String by;
    private final String caseNo;
    private final String reason;
    private final Instant from;
    private final Instant until;

    public ListedFreeze(
            String freezeId,
            String subjectType,
            String subjectId,
            String by,
            String caseNo,
            String reason,
            Instant from,
            Instant until) {
        this.freezeId = freezeId;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.by = by;
        this.caseNo = caseNo;
        this.reason = reason;
        this.from = from;
        this.until = until;
    }

    public String getFreezeId() {
        return freezeId;
    }

    public String getSubjectType() {
        return subjectType;
    }

    public String getSubjectId() {
        return subjectId;
    }

    public String getBy() {
        return by;
    }

    public String getCaseNo() {
        return caseNo;
    }

    public String getReason() {
        return reason;
    }

    public Instant getFrom() {
        return from;
    }

    public Instant getUntil() {
        return until;
    }
}
