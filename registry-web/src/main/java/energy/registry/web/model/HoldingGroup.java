package energy.registry.web.model;

/** Holdings summed up: by month ("2026-01"), device id, or UTC hour of the day ("07"). */
public record HoldingGroup(String key, String name, long certificates, long quantityWh) {}
