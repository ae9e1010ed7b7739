package energy.registry.ops.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Owner and status of every bundle, reckoned from the feed alone, by another way than the software's own. */
final class StatusByFeed {
    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, String> statuses = new TreeMap<>();
    private final Map<String, String> lastTransactions = new TreeMap<>();

    private StatusByFeed() {}

    /** By certificate: the owner, a blank, the status. */
    static Map<String, String> of(List<JsonNode> feed) {
        StatusByFeed reckoned = new StatusByFeed();
        feed.forEach(reckoned::apply);
        Map<String, String> found = new TreeMap<>();
        reckoned.owners.forEach((id, owner) -> found.put(id, owner + " " + reckoned.statuses.get(id)));
        return found;
    }

    private void apply(JsonNode event) {
        JsonNode data = event.path("data");
        String txId = event.path("txId").asText();
        switch (event.path("type").asText()) {
            case "CertificateChanged" ->
                set(
                        data.path("certificateId").asText(),
                        data.path("owner").asText(),
                        data.path("status").asText(),
                        txId);
            case "CertificateConsumed" -> consumed(data.path("certificateId").asText(), txId);
            case "CertificateRetired" ->
                data.path("lines")
                        .forEach(line -> set(lineId(line), data.path("owner").asText(), "RETIRED", txId));
            default -> {
                // money, accounts, devices, transfers
            }
        }
    }

    private void set(String id, String owner, String status, String txId) {
        owners.put(id, owner);
        statuses.put(id, status);
        lastTransactions.put(id, txId);
    }

    /** What the same transaction made again, an offer say, is not used up. */
    private void consumed(String id, String txId) {
        if (statuses.containsKey(id) && !txId.equals(lastTransactions.get(id))) {
            statuses.put(id, "SUPERSEDED");
            lastTransactions.put(id, txId);
        }
    }

    private static String lineId(JsonNode line) {
        String tail = ":" + line.path("serialFrom").asLong() + "-"
                + line.path("serialTo").asLong();
        String named = line.path("certificateId").asText();
        String start = line.path("intervals").path(0).path("start").asText();
        return named.endsWith(tail)
                ? named
                : line.path("deviceId").asText() + ":"
                        + start.replaceAll("[-:]", "").substring(0, 13) + "Z" + tail;
    }
}
