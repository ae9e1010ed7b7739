package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Locks a piece of each certificate for another registry until that one accepts or refuses it. */
public final class Export implements RegistryCommand {
    private final String requestId;
    private final List<SerialRange> pieces;
    private final String actor;

    public Export(String requestId, List<SerialRange> pieces, String actor) {
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
