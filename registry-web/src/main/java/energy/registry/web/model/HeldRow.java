package energy.registry.web.model;

/** One interval whose claim waits for the issuing body's decision. */
public record HeldRow(StatementRow statement, int interval) {}
