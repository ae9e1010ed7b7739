package energy.registry.ledger.contract;

/** Joins pieces of one issue that follow each other into one certificate. */
public final class Merge implements RegistryCommand {
    private final String requestId;

    public Merge(String requestId) {
        this.requestId = requestId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }
}
