package energy.registry.web.model;

/** An offer that stands on the ledger (or its withdrawal: then offerId is empty). */
public record OfferPlaced(String offerId, String certificateId, String txId) {}
