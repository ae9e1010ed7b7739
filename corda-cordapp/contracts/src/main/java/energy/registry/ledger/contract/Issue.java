package energy.registry.ledger.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.utilities.OpaqueBytes;

/** Issues certificates from claims; {@code issuedEpochSecond} is what the certificates say. */
public final class Issue implements RegistryCommand {
    private final String requestId;
    private final List<OpaqueBytes> claims;
    private final long issuedEpochSecond;

    public Issue(String requestId, List<OpaqueBytes> claims, long issuedEpochSecond) {
        this.requestId = requestId;
        this.claims = Collections.unmodifiableList(new ArrayList<>(claims));
        this.issuedEpochSecond = issuedEpochSecond;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public List<OpaqueBytes> getClaims() {
        return claims;
    }

    public long getIssuedEpochSecond() {
        return issuedEpochSecond;
    }
}
