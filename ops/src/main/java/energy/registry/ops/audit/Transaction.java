package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one transaction did to certificates, as its events tell. */
final class Transaction {
    private final String txId;
    private final List<String> consumed = new ArrayList<>();
    private final List<Piece> issued = new ArrayList<>();
    private final List<Piece> moved = new ArrayList<>();
    private final Map<String, List<Piece>> retired = new HashMap<>();
    private final Map<String, List<Piece>> created = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final List<String> revived = new ArrayList<>();
    private final Map<String, Long> debts = new HashMap<>();
    private final List<Reopened> reopened = new ArrayList<>();
    private final List<LedgerEvent> money = new ArrayList<>();
    private Fate rest;
    private boolean fromElsewhere;

    private Transaction(String txId) {
        this.txId = txId;
    }

    static Transaction of(String txId, List<LedgerEvent> events) throws UnreadableEvent {
        Transaction transaction = new Transaction(txId);
        for (LedgerEvent event : events) {
            transaction.circumstance(event);
        }
        for (LedgerEvent event : events) {
            transaction.take(event);
        }
        return transaction;
    }

    private void circumstance(LedgerEvent event) throws UnreadableEvent {
        Fate.of(event.type()).ifPresent(fate -> rest = fate);
        switch (event.type()) {
            case "RetirementReversed" -> revived.add(event.text("statementNo"));
            case "CertificateImported" -> fromElsewhere = true;
            case "CertificateWithdrawn" -> withdrawn(event);
            case "DebtRaised" ->
                debts.merge(event.text("deviceId"), event.data().path("debtWh").asLong(), Long::sum);
            default -> {
                // says nothing of the transaction as a whole
            }
        }
    }

    /** Where all energy of a time was withdrawn, it may be issued again. */
    private void withdrawn(LedgerEvent event) throws UnreadableEvent {
        if (event.data().path("reopened").asBoolean()) {
            reopened.add(Reopened.read(event));
        }
    }

    private void take(LedgerEvent event) throws UnreadableEvent {
        switch (event.type()) {
            case "CertificateConsumed" -> consumed.add(event.text("certificateId"));
            case "CertificateChanged" -> changed(event);
            case "CertificateRetired" -> {
                List<Piece> lines = new ArrayList<>();
                for (JsonNode line : event.data().path("lines")) {
                    lines.addAll(pieces(event, line.path("deviceId").asText(), line));
                }
                retired.put(event.data().path("statementNo").asText(txId), lines);
            }
            case "BalanceChanged", "ProceedsReceived" -> money.add(event);
            default -> {
                // accounts, devices: no certificate is touched
            }
        }
    }

    private void changed(LedgerEvent event) throws UnreadableEvent {
        List<Piece> pieces = pieces(event, event.text("deviceId"), event.data());
        boolean isNew = event.data().path("previous").isEmpty() && revived.isEmpty();
        (isNew ? issued : moved).addAll(pieces);
        created.put(event.text("certificateId"), pieces);
        if (isNew && !fromElsewhere) {
            claims.put(event.data().path("claimId").asText(), event.text("certificateId"));
        }
    }

    private static List<Piece> pieces(LedgerEvent event, String deviceId, JsonNode holder) throws UnreadableEvent {
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode interval : holder.path("intervals")) {
            pieces.add(Piece.read(event, deviceId, interval));
        }
        if (deviceId.isEmpty() || pieces.isEmpty()) {
            throw new UnreadableEvent(event.seq(), "of type " + event.type() + " has no device or no intervals");
        }
        return pieces;
    }

    String txId() {
        return txId;
    }

    /** Ids of the bundles it consumed. */
    List<String> consumed() {
        return consumed;
    }

    /** Pieces of bundles without a predecessor. */
    List<Piece> issued() {
        return issued;
    }

    /** Pieces of bundles that descend from what was there. */
    List<Piece> moved() {
        return moved;
    }

    /** Pieces taken out of circulation, by statement. */
    Map<String, List<Piece>> retired() {
        return retired;
    }

    /** Statements whose retirement it takes back. */
    List<String> revived() {
        return revived;
    }

    /** Pieces by id of every bundle it left unspent. */
    Map<String, List<Piece>> created() {
        return created;
    }

    /** Ids of the issued certificates by the claims that they come from. */
    Map<String, String> claims() {
        return claims;
    }

    /** Debt that it burdens devices with, Wh. */
    Map<String, Long> debts() {
        return debts;
    }

    /** Times that were issued and may be issued again. */
    List<Reopened> reopened() {
        return reopened;
    }

    /** Events that tell of money. */
    List<LedgerEvent> money() {
        return money;
    }

    /** What becomes of consumed energy that is neither moved nor retired; null where nothing may be left. */
    Fate rest() {
        return rest;
    }

    boolean touchesCertificates() {
        return !consumed.isEmpty() || !created.isEmpty() || !retired.isEmpty();
    }
}
