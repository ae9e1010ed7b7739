package energy.registry.web.model;

/** What the registry holds in all, or of one account: energy in Wh, and counts. */
public record Totals(
        long devices,
        long certificates,
        long issuedWh,
        long liveWh,
        long offeredWh,
        long retiredWh,
        long retirements,
        long trades) {
    /** Of nobody. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0);
}
