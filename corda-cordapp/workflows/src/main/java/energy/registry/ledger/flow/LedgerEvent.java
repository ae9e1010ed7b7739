package energy.registry.ledger.flow;

import java.time.Instant;
import net.corda.core.serialization.CordaSerializable;

/** One thing that a transaction did, as JSON for those outside. */
@CordaSerializable
public final class LedgerEvent {
    private final long seq;
    private final String txId;
    private final Instant at;
    private final String type;
    private final String data;

    public LedgerEvent(long seq, String txId, Instant at, String type, String data) {
        this.seq = seq;
        this.txId = txId;
        this.at = at;
        this.type = type;
        this.data = data;
    }

    public long getSeq() {
        return seq;
    }

    public String getTxId() {
        return txId;
    }

    public Instant getAt() {
        return at;
    }

    public String getType() {
        return type;
    }

    public String getData() {
        return data;
    }
}
