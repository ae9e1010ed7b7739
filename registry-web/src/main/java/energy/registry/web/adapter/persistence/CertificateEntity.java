package energy.registry.web.adapter.persistence;

import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.OfferTerms;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;

/** A bundle that is or was on the ledger. */
@Entity
@Table(name = "certificate")
class CertificateEntity {
    static final String OFFERED = "OFFERED";
    static final String RETIRED = "RETIRED";
    /** Taken out of the registry by the issuing body, because they should never have been issued. */
    static final String WITHDRAWN = "WITHDRAWN";

    static final String EXPIRED = "EXPIRED";
    static final String EXPORTED = "EXPORTED";
    /** Charged a storage unit; what that gives back is issued anew. */
    static final String STORED = "STORED";

    /** Consumed by a split, offer, sale or the like: its successors carry on. */
    static final String SUPERSEDED = "SUPERSEDED";

    /** {@link CertificateRow#GONE} as a query writes it; written out, not bound: the database has indexes of what is left. */
    static final String GONE =
            CertificateRow.GONE.stream().map(status -> "'" + status + "'").collect(Collectors.joining(", ", "(", ")"));

    @Id
    @Column(name = "certificate_id")
    String certificateId;

    @Column(name = "device_id")
    String deviceId;

    String owner;
    String status;

    @Column(name = "serial_from")
    long serialFrom;

    @Column(name = "serial_to")
    long serialTo;

    @Column(name = "start_at")
    Instant start;

    /** The UTC hour of {@link #start}. */
    @Column(name = "start_hour")
    short startHour;

    @Column(name = "end_at")
    Instant end;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "claim_id")
    String claimId;

    @Column(name = "statement_digest")
    String statementDigest;

    @Column(name = "evidence_root")
    String evidenceRoot;

    String marks;
    String finding;

    /** True for a bundle that an issuance made: it descends from no other. */
    boolean issued;

    @Column(name = "offer_price_minor")
    Long offerPriceMinor;

    @Column(name = "offer_currency")
    String offerCurrency;

    @Column(name = "offer_min_lot_wh")
    Long offerMinLotWh;

    @Column(name = "offer_valid_until")
    Instant offerValidUntil;

    @Column(name = "tx_id")
    String txId;

    @Column(name = "changed_at")
    Instant changedAt;

    @ElementCollection
    @BatchSize(size = 100)
    @OrderColumn(name = "position")
    @CollectionTable(name = "certificate_interval", joinColumns = @JoinColumn(name = "certificate_id"))
    List<IntervalPart> intervals = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "certificate_parent", joinColumns = @JoinColumn(name = "certificate_id"))
    @Column(name = "parent_id")
    Set<String> parents = new LinkedHashSet<>();

    OfferTerms offer() {
        return offerPriceMinor == null
                ? null
                : new OfferTerms(offerPriceMinor, offerCurrency, offerMinLotWh, offerValidUntil);
    }

    void withdrawOffer() {
        offerPriceMinor = null;
        offerCurrency = null;
        offerMinLotWh = null;
        offerValidUntil = null;
    }

    boolean covers(long from, long to) {
        return serialFrom <= from && to <= serialTo;
    }
}
