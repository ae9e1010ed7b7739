package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** What became of one claim: a certificate (none for zero energy), or the rule that refused it. */
@CordaSerializable
public final class ClaimOutcome {
    /** The page of a claim that was refused, or issued before. */
    public static final int PAGE_UNKNOWN = -1;

    private final String claimId;
    private final boolean issued;
    private final String certificateId;
    private final String txId;
    private final long energyWh;
    private final String rule;
    private final String detail;
    private final int page;

    public ClaimOutcome(
            String claimId,
            boolean issued,
            String certificateId,
            String txId,
            long energyWh,
            String rule,
            String detail,
            int page) {
        this.claimId = claimId;
        this.issued = issued;
        this.certificateId = certificateId;
        this.txId = txId;
        this.energyWh = energyWh;
        this.rule = rule;
        this.detail = detail;
        this.page = page;
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

    /** Number of the cursor page that the claim was issued on; claims of different pages never wait for each other. */
    public int getPage() {
        return page;
    }
}
