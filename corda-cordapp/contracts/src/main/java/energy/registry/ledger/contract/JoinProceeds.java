package energy.registry.ledger.contract;

/** Joins proceeds of an account with its balance; nobody else's money and no amount changes. */
public final class JoinProceeds implements RegistryCommand {
    private final String requestId;

    public JoinProceeds(String requestId) {
        this.requestId = requestId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }
}
