package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Movement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change of a balance. */
@Entity
@Table(name = "movement")
class MovementEntity {
    @Id
    long seq;

    @Column(name = "account_id")
    String accountId;

    String currency;

    @Column(name = "delta_minor")
    long deltaMinor;

    @Column(name = "amount_minor")
    long amountMinor;

    String cause;
    Instant at;

    @Column(name = "tx_id")
    String txId;

    Movement row() {
        return new Movement(seq, accountId, currency, deltaMinor, amountMinor, cause, at, txId);
    }
}
