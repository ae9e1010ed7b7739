package energy.registry.ledger.contract;

/** Issues what a storage unit's meter discharged, out of what it was charged with; {@code claim} in canonical bytes. */
public final class Discharge implements RegistryCommand {
    private final String requestId;
    private final byte[] claim;
    private final long issuedEpochSecond;

    public Discharge(String requestId, byte[] claim, long issuedEpochSecond) {
        this.requestId = requestId;
        this.claim = claim.clone();
        this.issuedEpochSecond = issuedEpochSecond;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public byte[] getClaim() {
        return claim.clone();
    }

    public long getIssuedEpochSecond() {
        return issuedEpochSecond;
    }
}
