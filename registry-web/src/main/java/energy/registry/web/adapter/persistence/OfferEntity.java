package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** What the market sorts and filters by, of each offered bundle. The database keeps it. */
@Entity
@Immutable
@Table(name = "market_offer")
class OfferEntity {
    @Id
    @Column(name = "certificate_id")
    String certificateId;

    @Column(name = "device_id")
    String deviceId;

    @Column(name = "price_minor")
    long priceMinor;

    @Column(name = "start_at")
    Instant start;

    @Column(name = "start_hour")
    short startHour;

    @Column(name = "valid_until")
    Instant validUntil;
}
