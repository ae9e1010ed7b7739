package energy.registry.ledger.contract;

/** Ends a freeze. */
public final class LiftFreeze implements RegistryCommand {
    private final String requestId;
    private final String freezeId;
    private final String actor;
    private final String reason;

    public LiftFreeze(String requestId, String freezeId, String actor, String reason) {
        this.requestId = requestId;
        this.freezeId = freezeId;
        this.actor = actor;
        this.reason = reason;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public String getFreezeId() {
        return freezeId;
    }

    public String getActor() {
        return actor;
    }

    public String getReason() {
        return reason;
    }
}
