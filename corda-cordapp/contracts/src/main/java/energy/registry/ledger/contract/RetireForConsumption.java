package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes a piece of each certificate out of circulation for what a meter says was consumed in the same hours. */
public final class RetireForConsumption implements RegistryCommand {
    private final String requestId;
    private final List<SerialRange> pieces;
    private final byte[] consumption;

    /** @param consumption the consumption meter's signed statement */
    public RetireForConsumption(String requestId, List<SerialRange> pieces, byte[] consumption) {
        this.requestId = requestId;
        this.pieces = Collections.unmodifiableList(new ArrayList<>(pieces));
        this.consumption = consumption.clone();
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public List<SerialRange> getPieces() {
        return pieces;
    }

    public byte[] getConsumption() {
        return consumption.clone();
    }
}
