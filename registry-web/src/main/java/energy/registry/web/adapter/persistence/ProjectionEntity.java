package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far the feed has been applied; one row. */
@Entity
@Table(name = "projection")
class ProjectionEntity {
    static final short ONLY = 1;

    @Id
    short id;

    @Column(name = "last_seq")
    long lastSeq;

    @Column(name = "applied_at")
    Instant appliedAt;
}
