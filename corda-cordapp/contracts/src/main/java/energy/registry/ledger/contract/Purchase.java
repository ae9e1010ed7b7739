package energy.registry.ledger.contract;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Delivers the first {@code quantitiesWh} of each offered certificate against payment. */
public final class Purchase implements RegistryCommand {
    private final String requestId;
    private final PublicKey buyer;
    private final List<Long> quantitiesWh;

    public Purchase(String requestId, PublicKey buyer, List<Long> quantitiesWh) {
        this.requestId = requestId;
        this.buyer = buyer;
        this.quantitiesWh = Collections.unmodifiableList(new ArrayList<>(quantitiesWh));
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public PublicKey getBuyer() {
        return buyer;
    }

    public List<Long> getQuantitiesWh() {
        return quantitiesWh;
    }
}
