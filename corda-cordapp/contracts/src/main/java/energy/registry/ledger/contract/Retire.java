package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes the first {@code quantitiesWh} of each certificate out of circulation. */
public final class Retire implements RegistryCommand {
    private final String requestId;
    private final List<Long> quantitiesWh;

    public Retire(String requestId, List<Long> quantitiesWh) {
        this.requestId = requestId;
        this.quantitiesWh = Collections.unmodifiableList(new ArrayList<>(quantitiesWh));
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public List<Long> getQuantitiesWh() {
        return quantitiesWh;
    }
}
