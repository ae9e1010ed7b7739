package energy.registry.web.adapter.persistence.office;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A case as it is stored; its answers are one JSON object. */
@Entity
@Table(name = "case_file")
class CaseEntity {
    /** Kind and id together. */
    @Embeddable
    record Key(String kind, String id) implements Serializable {}

    @EmbeddedId
    Key key;

    String organisation;
    String status;
    String content;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    long version;
}
