package energy.registry.web.adapter.rest;

import energy.registry.web.model.Hours;
import energy.registry.web.model.MarketFilter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which offers are wanted. */
public class OfferQuery {
    @QueryParam("technology")
    private String technology;

    @QueryParam("country")
    private String country;

    @QueryParam("zone")
    private String zone;

    @QueryParam("priceMinorPerMwhMax")
    private long priceMinorPerMwhMax;

    @QueryParam("sort")
    private String sort;

    @QueryParam("ageYearsMax")
    private int ageYearsMax;

    @QueryParam("unsupported")
    private boolean unsupported;

    @QueryParam("from")
    private String from;

    @QueryParam("until")
    private String until;

    @QueryParam("fromHour")
    @DefaultValue("0")
    private int fromHour;

    @QueryParam("untilHour")
    @DefaultValue("24")
    private int untilHour;

    MarketFilter filter() {
        return new MarketFilter(
                technology,
                country,
                zone,
                priceMinorPerMwhMax,
                sort,
                ageYearsMax,
                unsupported,
                Ask.instant(from),
                Ask.instant(until),
                new Hours(fromHour, untilHour));
    }
}
