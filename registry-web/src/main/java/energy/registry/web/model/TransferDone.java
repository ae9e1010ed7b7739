package energy.registry.web.model;

/** A transfer that was proposed. */
public record TransferDone(String transferId, String txId, long quantityWh) {}
