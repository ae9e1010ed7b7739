package energy.registry.web.model;

/** A retirement that stands on the ledger. */
public record RetirementDone(String statementNo, String txId, long quantityWh, String retirementId) {}
