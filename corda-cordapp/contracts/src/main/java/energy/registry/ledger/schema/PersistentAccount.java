package energy.registry.ledger.schema;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import net.corda.core.schemas.PersistentState;

/** Finds accounts by id and by key. */
@Entity
@Table(name = "ledger_account")
public class PersistentAccount extends PersistentState {
    @Column(name = "account_id", nullable = false, length = 255)
    private String accountId;

    @Column(name = "key_id", nullable = false, length = 64)
    private String keyId;

    /** For the object mapper. */
    protected PersistentAccount() {}

    public PersistentAccount(String accountId, String keyId) {
        this.accountId = accountId;
        this.keyId = keyId;
    }

    public String getAccountId() {
        return accountId;
    }

    public String getKeyId() {
        return keyId;
    }
}
