package energy.registry.web.adapter.page.view;

/** What one bidding zone has certified, and its share of the largest zone in thousandths. */
public record ZoneShare(String zone, long devices, long certifiedWh, long retiredWh, long permille) {}
