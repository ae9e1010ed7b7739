package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;

/** One event of the regulator's node. */
record LedgerEvent(long seq, String txId, String type, JsonNode data) {
    static LedgerEvent read(JsonNode node) throws UnreadableEvent {
        LedgerEvent event = new LedgerEvent(
                node.path("seq").asLong(-1),
                node.path("txId").asText(""),
                node.path("type").asText(""),
                node.path("data"));
        if (event.seq < 0 || event.txId.isEmpty() || event.type.isEmpty() || !event.data.isObject()) {
            throw new UnreadableEvent(event.seq, "has no seq, txId, type or data");
        }
        return event;
    }

    String text(String field) throws UnreadableEvent {
        if (!data.path(field).isTextual()) {
            throw new UnreadableEvent(seq, "of type " + type + " has no text " + field);
        }
        return data.path(field).asText();
    }

    long whole(String field) throws UnreadableEvent {
        if (!data.path(field).isIntegralNumber()) {
            throw new UnreadableEvent(seq, "of type " + type + " has no whole number " + field);
        }
        return data.path(field).asLong();
    }
}
