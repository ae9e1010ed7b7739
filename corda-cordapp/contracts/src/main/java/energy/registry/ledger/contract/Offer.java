package energy.registry.ledger.contract;

/** Offers the first {@code quantityWh} of a certificate; the rest stays active. */
public final class Offer implements RegistryCommand {
    private final String requestId;
    private final long quantityWh;

    public Offer(String requestId, long quantityWh) {
        this.requestId = requestId;
        this.quantityWh = quantityWh;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public long getQuantityWh() {
        return quantityWh;
    }
}
