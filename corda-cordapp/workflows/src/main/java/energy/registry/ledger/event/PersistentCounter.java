package energy.registry.ledger.event;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The shape of the counter that hands out event numbers. */
@Entity
@Table(name = "ledger_event_counter")
public class PersistentCounter implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "id", nullable = false)
    private int id;

    @Column(name = "last_seq", nullable = false)
    private long lastSeq;

    /** For the object mapper. */
    protected PersistentCounter() {}

    protected int getId() {
        return id;
    }

    protected long getLastSeq() {
        return lastSeq;
    }
}
