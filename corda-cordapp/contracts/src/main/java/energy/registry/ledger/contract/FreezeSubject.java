package energy.registry.ledger.contract;

/** Freezes a device or an account; {@code freeze} is the record in canonical bytes. */
public final class FreezeSubject implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final byte[] freeze;

    public FreezeSubject(String requestId, String actor, byte[] freeze) {
        this.requestId = requestId;
        this.actor = actor;
        this.freeze = freeze.clone();
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public String getActor() {
        return actor;
    }

    public byte[] getFreeze() {
        return freeze.clone();
    }
}
