package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** What an import brought in. */
@CordaSerializable
public final class ImportedCertificates {
    private final String txId;
    private final List<String> certificateIds;

    public ImportedCertificates(String txId, List<String> certificateIds) {
        this.txId = txId;
        this.certificateIds = Collections.unmodifiableList(new ArrayList<>(certificateIds));
    }

    public String getTxId() {
        return txId;
    }

    public List<String> getCertificateIds() {
        return certificateIds;
    }
}
