package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/**
 * A certificate bundle as the ledger last knew it. {@code status} is ACTIVE, OFFERED, … while unspent, and RETIRED or SUPERSEDED
 * (split, offered, sold: see its successors) once consumed. {@code offer} is null unless offered.
 */
public record CertificateRow(
        String certificateId,
        String deviceId,
        String deviceName,
        String technology,
        String country,
        String zone,
        String owner,
        String ownerName,
        String status,
        long serialFrom,
        long serialTo,
        Instant start,
        Instant end,
        List<Interval> intervals,
        Instant issuedAt,
        Instant expiresAt,
        String claimId,
        String statementDigest,
        String evidenceRoot,
        List<String> marks,
        String finding,
        List<String> previous,
        OfferTerms offer,
        String txId,
        Instant changedAt) {
    /** Statuses of what nobody can move any more. */
    public static final List<String> GONE =
            List.of("RETIRED", "SUPERSEDED", "WITHDRAWN", "EXPIRED", "EXPORTED", "STORED");

    public long quantityWh() {
        return serialTo - serialFrom;
    }

    public boolean live() {
        return !GONE.contains(status);
    }

    public boolean simulated() {
        return marks.contains("SIMULATION");
    }

    public boolean recorded() {
        return marks.contains("RECORDING");
    }
}
