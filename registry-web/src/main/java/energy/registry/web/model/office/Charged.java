package energy.registry.web.model.office;

/** What an organisation did in a month that fees are reckoned from. */
public record Charged(String account, String name, long issuedWh, long retiredWh, long devices) {}
