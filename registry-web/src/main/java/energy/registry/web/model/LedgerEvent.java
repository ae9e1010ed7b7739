package energy.registry.web.model;

import java.time.Instant;

/** One event of the ledger's feed as it came; {@code data} is its JSON. */
public record LedgerEvent(long seq, String txId, Instant at, String type, String data) {}
