package energy.registry.ledger.schema;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import net.corda.core.schemas.PersistentState;

/** Finds balances by owner and currency. */
@Entity
@Table(name = "ledger_money")
public class PersistentMoney extends PersistentState {
    @Column(name = "owner_key_id", nullable = false, length = 64)
    private String ownerKeyId;

    @Column(name = "currency", nullable = false, length = 3)
    private String currency;

    /** For the object mapper. */
    protected PersistentMoney() {}

    public PersistentMoney(String ownerKeyId, String currency) {
        this.ownerKeyId = ownerKeyId;
        this.currency = currency;
    }

    public String getOwnerKeyId() {
        return ownerKeyId;
    }

    public String getCurrency() {
        return currency;
    }
}
