package energy.registry.web.adapter.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

/** A transfer with its lines. */
@Entity
@Table(name = "transfer")
class TransferEntity {
    static final String PENDING = "PENDING";

    @Id
    @Column(name = "transfer_id")
    String transferId;

    long seq;
    String sender;
    String receiver;

    @Column(name = "quantity_wh")
    long quantityWh;

    @Column(name = "valid_until")
    Instant until;

    String reference;
    String outcome;
    String reason;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "tx_id")
    String txId;

    @ElementCollection
    @BatchSize(size = 100)
    @OrderColumn(name = "position")
    @CollectionTable(name = "transfer_line", joinColumns = @JoinColumn(name = "transfer_id"))
    List<Part> lines = new ArrayList<>();

    /** Which bundle, which serials. */
    @Embeddable
    record Part(
            @Column(name = "certificate_id") String certificateId,
            @Column(name = "serial_from") long serialFrom,
            @Column(name = "serial_to") long serialTo) {}
}
