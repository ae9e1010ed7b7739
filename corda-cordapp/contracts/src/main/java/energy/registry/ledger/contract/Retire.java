package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes a piece of each certificate out of circulation. */
public final class Retire implements RegistryCommand {
    private final String requestId;
    private final List<SerialRange> pieces;

    public Retire(String requestId, List<SerialRange> pieces) {
        this.requestId = requestId;
        this.pieces = Collections.unmodifiableList(new ArrayList<>(pieces));
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public List<SerialRange> getPieces() {
        return pieces;
    }
}
