package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A state that a transaction makes, with the kernel record inside it. */
@CordaSerializable
public final class OutputDetail {
    private final String type;
    private final byte[] canonical;

    public OutputDetail(String type, byte[] canonical) {
        this.type = type;
        this.canonical = canonical.clone();
    }

    public String getType() {
        return type;
    }

    public byte[] getCanonical() {
        return canonical.clone();
    }
}
