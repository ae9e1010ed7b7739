package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** The serialised components of one group of a transaction, as they were hashed. */
@CordaSerializable
public final class ComponentGroupBytes {
    private final int ordinal;
    private final List<byte[]> components;

    public ComponentGroupBytes(int ordinal, List<byte[]> components) {
        this.ordinal = ordinal;
        this.components = Collections.unmodifiableList(new ArrayList<>(components));
    }

    public int getOrdinal() {
        return ordinal;
    }

    public List<byte[]> getComponents() {
        return components;
    }
}
