package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one transaction did to certificates.
 *
 * @param consumed ids of the bundles it consumed
 * @param issued pieces of bundles without a predecessor
 * @param moved pieces of bundles that descend from consumed ones
 * @param retired pieces taken out of circulation
 * @param created pieces by id of every bundle it left unspent
 */
record Transaction(
        String txId,
        List<String> consumed,
        List<Piece> issued,
        List<Piece> moved,
        List<Piece> retired,
        Map<String, List<Piece>> created) {

    static Transaction of(String txId, List<LedgerEvent> events) throws UnreadableEvent {
        Transaction transaction = new Transaction(
                txId, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (LedgerEvent event : events) {
            transaction.take(event);
        }
        return transaction;
    }

    private void take(LedgerEvent event) throws UnreadableEvent {
        switch (event.type()) {
            case "CertificateConsumed" -> consumed.add(event.text("certificateId"));
            case "CertificateChanged" -> {
                List<Piece> pieces = pieces(event, event.text("deviceId"), event.data());
                (event.data().path("previous").isEmpty() ? issued : moved).addAll(pieces);
                created.put(event.text("certificateId"), pieces);
            }
            case "CertificateRetired" -> {
                for (JsonNode line : event.data().path("lines")) {
                    retired.addAll(pieces(event, line.path("deviceId").asText(), line));
                }
            }
            default -> {
                // accounts, devices, money: no certificate is touched
            }
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
}
