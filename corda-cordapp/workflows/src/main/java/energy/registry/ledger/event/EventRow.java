package energy.registry.ledger.event;

import java.time.Instant;

/** An event as the log keeps it. */
public final class EventRow {
    private final long seq;
    private final String txId;
    private final Instant at;
    private final String type;
    private final String data;

    EventRow(long seq, String txId, Instant at, String type, String data) {
        this.seq = seq;
        this.txId = txId;
        this.at = at;
        this.type = type;
        this.data = data;
    }

    public long seq() {
        return seq;
    }

    public String txId() {
        return txId;
    }

    /** When the node recorded the transaction. */
    public Instant at() {
        return at;
    }

    public String type() {
        return type;
    }

    /** A JSON object. */
    public String data() {
        return data;
    }
}
