package energy.registry.web.model;

import java.time.Instant;

/**
 * Which offers; zero, empty or null does not filter. Sort is PRICE (default) or PERIOD.
 *
 * @param ageYearsMax plants in operation for at most so many years, as buyers' rules ask (15 is usual)
 * @param unsupported only energy of plants without public support
 * @param from production starts at or after
 * @param until production starts before
 * @param hours UTC hours of the day in which production starts
 */
public record MarketFilter(
        String technology,
        String country,
        String zone,
        long priceMinorPerMwhMax,
        String sort,
        int ageYearsMax,
        boolean unsupported,
        Instant from,
        Instant until,
        Hours hours) {
    public static final MarketFilter ALL = new MarketFilter("", "", "", 0, "PRICE");

    public MarketFilter {
        technology = technology == null ? "" : technology;
        country = country == null ? "" : country;
        zone = zone == null ? "" : zone;
        sort = sort == null || sort.isEmpty() ? "PRICE" : sort;
        ageYearsMax = Math.max(0, ageYearsMax);
        hours = hours == null ? Hours.ANY : hours;
    }

    public MarketFilter(String technology, String country, String zone, long priceMinorPerMwhMax, String sort) {
        this(technology, country, zone, priceMinorPerMwhMax, sort, 0, false, null, null, Hours.ANY);
    }

    /** The same offers, cheapest first. */
    public MarketFilter cheapestFirst() {
        return new MarketFilter(
                technology, country, zone, priceMinorPerMwhMax, "PRICE", ageYearsMax, unsupported, from, until, hours);
    }
}
