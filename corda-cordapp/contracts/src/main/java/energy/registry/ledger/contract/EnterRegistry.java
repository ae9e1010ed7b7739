package energy.registry.ledger.contract;

/** Enters a foreign registry, whose receipts count from then on. */
public final class EnterRegistry implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final String reason;

    public EnterRegistry(String requestId, String actor, String reason) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
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
}
