package energy.registry.ledger.contract;

/** Starts the control state, once, with the consent of issuing body and regulator. */
public final class FoundControl implements RegistryCommand {
    private final String requestId;

    public FoundControl(String requestId) {
        this.requestId = requestId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }
}
