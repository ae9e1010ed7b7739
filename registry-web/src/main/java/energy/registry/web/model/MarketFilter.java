package energy.registry.web.model;

/** Which offers; zero or empty does not filter. Sort is PRICE (default) or PERIOD. */
public record MarketFilter(String technology, String country, String zone, long priceMinorPerMwhMax, String sort) {
    public static final MarketFilter ALL = new MarketFilter("", "", "", 0, "PRICE");

    public MarketFilter {
        technology = technology == null ? "" : technology;
        country = country == null ? "" : country;
        zone = zone == null ? "" : zone;
        sort = sort == null || sort.isEmpty() ? "PRICE" : sort;
    }
}
