package energy.registry.web.model;

/** So many Wh of one certificate. */
public record LotItem(String certificateId, long quantityWh) {}
