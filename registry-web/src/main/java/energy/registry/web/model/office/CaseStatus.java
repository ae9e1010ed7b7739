package energy.registry.web.model.office;

import java.util.Set;

/** Where a case stands. */
public enum CaseStatus {
    /** Being written; nobody else sees it. */
    DRAFT,
    /** Waits for the issuing body. */
    SUBMITTED,
    /** Came back with comments; the applicant puts it right. */
    REFERRED,
    /** Waits for the regulator's consent. */
    AWAITING_CONSENT,
    APPROVED,
    REJECTED,
    /** Taken back by the applicant. */
    WITHDRAWN,
    /** An invitation, a webhook or a proposal that is in force. */
    OPEN,
    /** Done with. */
    CLOSED,
    /** Switched off, can be switched on again. */
    SUSPENDED;

    private static final Set<CaseStatus> EDITABLE = Set.of(DRAFT, REFERRED);

    /** True while the applicant may still change the case. */
    public boolean editable() {
        return EDITABLE.contains(this);
    }
}
