package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A settled sale. */
@Entity
@Table(name = "trade")
class TradeEntity {
    @Id
    long seq;

    Instant at;

    @Column(name = "tx_id")
    String txId;

    String seller;
    String buyer;

    @Column(name = "certificate_id")
    String certificateId;

    @Column(name = "quantity_wh")
    long quantityWh;

    @Column(name = "total_minor")
    long totalMinor;

    String currency;

    @Column(name = "price_minor")
    long priceMinor;
}
