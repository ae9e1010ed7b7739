package energy.registry.ledger.contract;

/** A proposed transfer ends without one: its certificates are the sender's again. */
public final class ReturnTransfer implements RegistryCommand {
    private final String requestId;
    private final TransferOutcome outcome;
    private final String actor;
    private final String reason;

    public ReturnTransfer(String requestId, TransferOutcome outcome, String actor, String reason) {
        this.requestId = requestId;
        this.outcome = outcome;
        this.actor = actor;
        this.reason = reason;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public TransferOutcome getOutcome() {
        return outcome;
    }

    public String getActor() {
        return actor;
    }

    public String getReason() {
        return reason;
    }
}
