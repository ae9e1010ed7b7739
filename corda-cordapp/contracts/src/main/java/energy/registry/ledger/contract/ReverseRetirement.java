package energy.registry.ledger.contract;

/** Brings the certificates of a fresh retirement back to their owner. */
public final class ReverseRetirement implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final String ticket;

    public ReverseRetirement(String requestId, String actor, String reason, String ticket) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.ticket = ticket;
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

    public String getTicket() {
        return ticket;
    }
}
