package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Locks a piece of each certificate for a receiver, who has to accept it. */
public final class ProposeTransfer implements RegistryCommand {
    private final String requestId;
    private final List<SerialRange> pieces;
    private final String actor;

    public ProposeTransfer(String requestId, List<SerialRange> pieces, String actor) {
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
