package energy.registry.web.adapter.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;

/** An event of the feed, kept as it came. */
@Entity
@Table(name = "ledger_event")
class EventEntity {
    @Id
    long seq;

    @Column(name = "tx_id")
    String txId;

    Instant at;

    String type;

    String data;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "event_subject", joinColumns = @JoinColumn(name = "seq"))
    @Column(name = "certificate_id")
    Set<String> subjects = new LinkedHashSet<>();
}
