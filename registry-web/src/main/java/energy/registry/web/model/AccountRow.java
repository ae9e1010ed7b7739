package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/** An organisation's account. */
public record AccountRow(
        String accountId, String name, String country, List<String> roles, String key, Instant openedAt, String txId) {}
