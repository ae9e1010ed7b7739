package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Money of an account in one currency. */
@Entity
@Table(name = "balance")
class BalanceEntity {
    @EmbeddedId
    Key key;

    @Column(name = "amount_minor")
    long amountMinor;

    /** Whose, in what money. */
    @Embeddable
    record Key(@Column(name = "account_id") String accountId, String currency) {}
}
