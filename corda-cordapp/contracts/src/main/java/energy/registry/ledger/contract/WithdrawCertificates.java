package energy.registry.ledger.contract;

/** Withdraws what was issued for a part of a claim's time; {@code claim} is the claim in canonical bytes, times are UTC. */
public final class WithdrawCertificates implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final String caseNo;
    private final byte[] claim;
    private final long startEpochSecond;
    private final long endEpochSecond;

    public WithdrawCertificates(
            String requestId,
            String actor,
            String reason,
            String caseNo,
            byte[] claim,
            long startEpochSecond,
            long endEpochSecond) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.caseNo = caseNo;
        this.claim = claim.clone();
        this.startEpochSecond = startEpochSecond;
        this.endEpochSecond = endEpochSecond;
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

    public String getCaseNo() {
        return caseNo;
    }

    public byte[] getClaim() {
        return claim.clone();
    }

    public long getStartEpochSecond() {
        return startEpochSecond;
    }

    public long getEndEpochSecond() {
        return endEpochSecond;
    }
}
