package energy.registry.web.model;

import java.time.Instant;

/** One change of a balance and what it was after it; cause is DEPOSIT, WITHDRAWAL, PURCHASE or SALE. */
public record Movement(
        long seq,
        String accountId,
        String currency,
        long deltaMinor,
        long amountMinor,
        String cause,
        Instant at,
        String txId) {}
