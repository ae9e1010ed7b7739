package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes a piece of each certificate out of circulation into a storage unit of their owner. */
public final class Charge implements RegistryCommand {
    private final String requestId;
    private final List<SerialRange> pieces;
    private final String actor;

    public Charge(String requestId, List<SerialRange> pieces, String actor) {
        this.requestId = requestId;
        this.pieces = Collections.unmodifiableList(new ArrayList<>(pieces));
        this.actor = actor;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public List<SerialRange> getPieces() {
        return pieces;
    }

    public String getActor() {
        return actor;
    }
}
