package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** What became of one claim: a certificate (none for zero energy), or the rule that refused it. */
@CordaSerializable
public final class ClaimOutcome {
    private final String claimId;
    private final boolean issued;
    private final String certificateId;
    private final String txId;
    private final long energyWh;
    private final String rule;
    private final String detail;

    public ClaimOutcome(
            String claimId,
            boolean issued,
            String certificateId,
            String txId,
            long energyWh,
            String rule,
            String detail) {
        this.claimId = claimId;
        this.issued = issued;
        this.certificateId = certificateId;
        this.txId = txId;
        this.energyWh = energyWh;
        this.rule = rule;
        this.detail = detail;
    }

    public String getClaimId() {
        return claimId;
    }

    public boolean isIssued() {
        return issued;
    }

    public String getCertificateId() {
        return certificateId;
    }

    public String getTxId() {
        return txId;
    }

    public long getEnergyWh() {
        return energyWh;
    }

    public String getRule() {
        return rule;
    }

    public String getDetail() {
        return detail;
    }
}
