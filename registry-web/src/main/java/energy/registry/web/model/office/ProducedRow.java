package energy.registry.web.model.office;

/** Certified energy of one device in one month ("2026-01") or one hour ("2026-01-31T12:00Z"). */
public record ProducedRow(String period, String deviceId, String deviceName, long issuedWh, long certificates) {}
