package energy.registry.ledger.event;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The shape of the table that finds the transaction of a request. */
@Entity
@Table(name = "ledger_request")
public class PersistentRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "request_key", nullable = false, length = 200)
    private String requestKey;

    @Column(name = "tx_id", nullable = false, length = 64)
    private String txId;

    /** For the object mapper. */
    protected PersistentRequest() {}

    protected String getRequestKey() {
        return requestKey;
    }

    protected String getTxId() {
        return txId;
    }
}
