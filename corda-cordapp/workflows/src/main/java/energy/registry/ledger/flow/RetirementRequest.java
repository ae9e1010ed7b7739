package energy.registry.ledger.flow;

import java.time.Instant;
import net.corda.core.serialization.CordaSerializable;

/** For whom and why energy is retired; texts that do not apply are empty. */
@CordaSerializable
public final class RetirementRequest {
    private final String beneficiaryName;
    private final String beneficiaryId;
    private final String beneficiaryCountry;
    private final String beneficiaryLocation;
    private final String purpose;
    private final String mainReason;
    private final Instant periodStart;
    private final Instant periodEnd;
    private final String onBehalfOf;
    private final String note;

    public RetirementRequest(
            String beneficiaryName,
            String beneficiaryId,
            String beneficiaryCountry,
            String beneficiaryLocation,
            String purpose,
            String mainReason,
            Instant periodStart,
            Instant periodEnd,
            String onBehalfOf,
            String note) {
        this.beneficiaryName = beneficiaryName;
        this.beneficiaryId = beneficiaryId;
        this.beneficiaryCountry = beneficiaryCountry;
        this.beneficiaryLocation = beneficiaryLocation;
        this.purpose = purpose;
        this.mainReason = mainReason;
        this.periodStart = periodStart;
        this.periodEnd = periodEnd;
        this.onBehalfOf = onBehalfOf;
        this.note = note;
    }

    public String getBeneficiaryName() {
        return beneficiaryName;
    }

    public String getBeneficiaryId() {
        return beneficiaryId;
    }

    public String getBeneficiaryCountry() {
        return beneficiaryCountry;
    }

    public String getBeneficiaryLocation() {
        return beneficiaryLocation;
    }

    public String getPurpose() {
        return purpose;
    }

    public String getMainReason() {
        return mainReason;
    }

    public Instant getPeriodStart() {
        return periodStart;
    }

    public Instant getPeriodEnd() {
        return periodEnd;
    }

    public String getOnBehalfOf() {
        return onBehalfOf;
    }

    public String getNote() {
        return note;
    }
}
