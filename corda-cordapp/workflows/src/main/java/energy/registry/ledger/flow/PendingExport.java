package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** An export that waits for the other registry, with the certificates in canonical bytes as its receipt must list them. */
@CordaSerializable
public final class PendingExport {
    private final String exportId;
    private final String txId;
    private final List<byte[]> lines;

    public PendingExport(String exportId, String txId, List<byte[]> lines) {
        this.exportId = exportId;
        this.txId = txId;
        this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
    }

    public String getExportId() {
        return exportId;
    }

    public String getTxId() {
        return txId;
    }

    public List<byte[]> getLines() {
        return lines;
    }
}
