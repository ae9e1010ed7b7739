package energy.registry.web.model;

import java.time.Instant;
import java.util.Map;

/** One event of the ledger's feed with a sentence for people; {@code data} is the event's own data. */
public record HistoryEntry(
        long seq,
        Instant at,
        String txId,
        String type,
        String certificateId,
        String sentence,
        Map<String, Object> data) {}
