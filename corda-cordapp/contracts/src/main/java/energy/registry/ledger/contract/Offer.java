package energy.registry.ledger.contract;

/** Offers a piece of a certificate; the rest stays active. */
public final class Offer implements RegistryCommand {
    private final String requestId;
    private final SerialRange piece;

    public Offer(String requestId, SerialRange piece) {
        this.requestId = requestId;
        this.piece = piece;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public SerialRange getPiece() {
        return piece;
    }
}
