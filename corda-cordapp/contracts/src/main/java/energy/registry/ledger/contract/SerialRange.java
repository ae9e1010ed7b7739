package energy.registry.ledger.contract;

import net.corda.core.serialization.CordaSerializable;

/** Serials {@code [fromWh, toWh)} of one certificate: the piece of it that a command speaks of. */
@CordaSerializable
public final class SerialRange {
    private final long fromWh;
    private final long toWh;

    public SerialRange(long fromWh, long toWh) {
        this.fromWh = fromWh;
        this.toWh = toWh;
    }

    public long getFromWh() {
        return fromWh;
    }

    /** Exclusive. */
    public long getToWh() {
        return toWh;
    }

    public long quantityWh() {
        return toWh - fromWh;
    }

    @Override
    public String toString() {
        return fromWh + "-" + toWh;
    }
}
