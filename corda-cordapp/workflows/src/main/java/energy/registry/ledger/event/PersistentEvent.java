package energy.registry.ledger.event;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The shape of the event table; rows are written by {@link EventTables}. */
@Entity
@Table(name = "ledger_event")
public class PersistentEvent implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "seq", nullable = false)
    private long seq;

    @Column(name = "tx_id", nullable = false, length = 64)
    private String txId;

    @Column(name = "recorded_millis", nullable = false)
    private long recordedMillis;

    @Column(name = "event_type", nullable = false, length = 32)
    private String eventType;

    @Column(name = "data", nullable = false, length = 1048576)
    private byte[] data;

    /** For the object mapper. */
    protected PersistentEvent() {}

    protected long getSeq() {
        return seq;
    }

    protected String getTxId() {
        return txId;
    }

    protected long getRecordedMillis() {
        return recordedMillis;
    }

    protected String getEventType() {
        return eventType;
    }

    protected byte[] getData() {
        return data.clone();
    }
}
