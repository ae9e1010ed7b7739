package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A bulk retirement without its batches; hours, scores and claim are one JSON document, as nobody searches in them. */
@Entity
@Table(name = "bulk_retirement")
class BulkEntity {
    @Id
    @Column(name = "bulk_id")
    String bulkId;

    String organisation;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    String status;

    @Column(name = "consumption_wh")
    long consumptionWh;

    @Column(name = "matched_wh")
    long matchedWh;

    String plan;
}
