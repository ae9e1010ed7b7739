package energy.registry.web.model;

/** Money of an account in one currency, minor units. */
public record Balance(String currency, long amountMinor) {}
