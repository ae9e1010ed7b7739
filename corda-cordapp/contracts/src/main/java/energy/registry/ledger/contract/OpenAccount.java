package energy.registry.ledger.contract;

/** Opens an account. */
public final class OpenAccount implements RegistryCommand {
    private final String requestId;

    public OpenAccount(String requestId) {
        this.requestId = requestId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }
}
