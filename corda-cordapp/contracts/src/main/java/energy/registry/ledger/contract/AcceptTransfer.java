package energy.registry.ledger.contract;

/** The receiver takes what was proposed to him. */
public final class AcceptTransfer implements RegistryCommand {
    private final String requestId;
    private final String actor;

    public AcceptTransfer(String requestId, String actor) {
        this.requestId = requestId;
        this.actor = actor;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public String getActor() {
        return actor;
    }
}
