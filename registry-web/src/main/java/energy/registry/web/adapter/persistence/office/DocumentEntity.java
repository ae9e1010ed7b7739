package energy.registry.web.adapter.persistence.office;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A case's document; lists read everything but its bytes. */
@Entity
@Table(name = "case_document")
class DocumentEntity {
    @Id
    String id;

    @Column(name = "case_kind")
    String caseKind;

    @Column(name = "case_id")
    String caseId;

    String purpose;
    String name;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "size_bytes")
    long sizeBytes;

    String sha256;
    byte[] content;

    @Column(name = "uploaded_by")
    String uploadedBy;

    @Column(name = "uploaded_at")
    Instant uploadedAt;
}
