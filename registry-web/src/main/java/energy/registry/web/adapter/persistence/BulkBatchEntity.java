package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One retirement of a bulk. */
@Entity
@Table(name = "bulk_batch")
class BulkBatchEntity {
    @EmbeddedId
    Key key;

    String pieces;
    String sent;
    String status;

    @Column(name = "statement_no")
    String statementNo;

    String detail;

    /** Of which bulk, and which one. */
    @Embeddable
    record Key(@Column(name = "bulk_id") String bulkId, int position) {}
}
