package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One offer in somebody's basket. */
@Entity
@Table(name = "basket_item")
class BasketEntity {
    @EmbeddedId
    Key key;

    @Column(name = "quantity_wh")
    long quantityWh;

    @Column(name = "added_at")
    Instant addedAt;

    /** Whose, and which offer. */
    @Embeddable
    record Key(
            String organisation,
            @Column(name = "user_name") String userName,
            @Column(name = "certificate_id") String certificateId) {}
}
