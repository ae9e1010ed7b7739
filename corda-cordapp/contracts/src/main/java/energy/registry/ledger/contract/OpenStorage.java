package energy.registry.ledger.contract;

/** Opens the account of a registered storage unit. */
public final class OpenStorage implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final String reason;

    public OpenStorage(String requestId, String actor, String reason) {
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
