package energy.registry.web.adapter.persistence;

import energy.registry.web.model.AccountRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An organisation's account. */
@Entity
@Table(name = "account")
class AccountEntity {
    @Id
    @Column(name = "account_id")
    String accountId;

    String name;

    String country;

    String roles;

    @Column(name = "signing_key")
    String key;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "tx_id")
    String txId;

    AccountRow row() {
        return new AccountRow(accountId, name, country, Words.split(roles), key, openedAt, txId);
    }
}
