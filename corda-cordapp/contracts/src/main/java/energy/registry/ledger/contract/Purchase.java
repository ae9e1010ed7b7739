package energy.registry.ledger.contract;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Delivers a piece of each offered certificate against payment. */
public final class Purchase implements RegistryCommand {
    private final String requestId;
    private final PublicKey buyer;
    private final List<SerialRange> pieces;

    public Purchase(String requestId, PublicKey buyer, List<SerialRange> pieces) {
        this.requestId = requestId;
        this.buyer = buyer;
        this.pieces = Collections.unmodifiableList(new ArrayList<>(pieces));
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public PublicKey getBuyer() {
        return buyer;
    }

    public List<SerialRange> getPieces() {
        return pieces;
    }
}
