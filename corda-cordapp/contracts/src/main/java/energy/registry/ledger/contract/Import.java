package energy.registry.ledger.contract;

/** Brings certificates in by the origin registry's signed receipt; {@code receipt} is its signed record. */
public final class Import implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final byte[] receipt;

    public Import(String requestId, String actor, String reason, byte[] receipt) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.receipt = receipt.clone();
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

    public byte[] getReceipt() {
        return receipt.clone();
    }
}
