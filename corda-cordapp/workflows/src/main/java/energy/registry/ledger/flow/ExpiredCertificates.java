package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** Transactions that expired certificates, and how many. */
@CordaSerializable
public final class ExpiredCertificates {
    private final List<String> txIds;
    private final long expired;

    public ExpiredCertificates(List<String> txIds, long expired) {
        this.txIds = Collections.unmodifiableList(new ArrayList<>(txIds));
        this.expired = expired;
    }

    public List<String> getTxIds() {
        return txIds;
    }

    public long getExpired() {
        return expired;
    }
}
