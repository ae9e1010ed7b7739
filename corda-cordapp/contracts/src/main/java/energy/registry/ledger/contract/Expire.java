package energy.registry.ledger.contract;

/** Takes certificates out of circulation whose time is over; anyone may. */
public final class Expire implements RegistryCommand {
    private final String requestId;

    public Expire(String requestId) {
        this.requestId = requestId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }
}
