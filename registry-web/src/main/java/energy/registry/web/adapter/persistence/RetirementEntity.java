package energy.registry.web.adapter.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

/** A retirement with its lines. */
@Entity
@Table(name = "retirement")
class RetirementEntity {
    @Id
    @Column(name = "statement_no")
    String statementNo;

    long seq;

    @Column(name = "retirement_id")
    String retirementId;

    String owner;

    @Column(name = "quantity_wh")
    long quantityWh;

    @Column(name = "beneficiary_name")
    String beneficiaryName;

    @Column(name = "beneficiary_id")
    String beneficiaryId;

    @Column(name = "beneficiary_country")
    String beneficiaryCountry;

    @Column(name = "beneficiary_location")
    String beneficiaryLocation;

    String purpose;

    @Column(name = "main_reason")
    String mainReason;

    @Column(name = "period_start")
    Instant periodStart;

    @Column(name = "period_end")
    Instant periodEnd;

    @Column(name = "on_behalf_of")
    String onBehalfOf;

    String note;

    @Column(name = "retired_at")
    Instant retiredAt;

    @Column(name = "tx_id")
    String txId;

    @Column(name = "reversed_at")
    Instant reversedAt;

    @Column(name = "reversed_why")
    String reversedWhy;

    @ElementCollection
    @BatchSize(size = 100)
    @OrderColumn(name = "position")
    @CollectionTable(name = "retirement_line", joinColumns = @JoinColumn(name = "statement_no"))
    List<LinePart> lines = new ArrayList<>();
}
