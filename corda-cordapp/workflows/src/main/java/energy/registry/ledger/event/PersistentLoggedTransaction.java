package energy.registry.ledger.event;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The shape of the table of transactions that are in the log. */
@Entity
@Table(name = "ledger_logged_tx")
public class PersistentLoggedTransaction implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "tx_id", nullable = false, length = 64)
    private String txId;

    /** For the object mapper. */
    protected PersistentLoggedTransaction() {}

    protected String getTxId() {
        return txId;
    }
}
