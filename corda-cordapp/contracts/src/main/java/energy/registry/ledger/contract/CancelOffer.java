package energy.registry.ledger.contract;

/** Takes an offer back. */
public final class CancelOffer implements RegistryCommand {
    private final String requestId;

    public CancelOffer(String requestId) {
        this.requestId = requestId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }
}
