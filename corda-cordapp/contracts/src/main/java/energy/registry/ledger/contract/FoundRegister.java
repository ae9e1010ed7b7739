package energy.registry.ledger.contract;

/** Starts the device register, once, with the regulator's consent. */
public final class FoundRegister implements RegistryCommand {
    private final String requestId;

    public FoundRegister(String requestId) {
        this.requestId = requestId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }
}
