package energy.registry.ledger.contract;

/** Ends an export by the other registry's signed receipt: the certificates left, or are free again. */
public final class EndExport implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final byte[] receipt;

    public EndExport(String requestId, String actor, byte[] receipt) {
        this.requestId = requestId;
        this.actor = actor;
        this.receipt = receipt.clone();
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public String getActor() {
        return actor;
    }

    public byte[] getReceipt() {
        return receipt.clone();
    }
}
