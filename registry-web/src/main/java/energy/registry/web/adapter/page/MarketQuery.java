package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.DecimalComma;
import energy.registry.web.model.Hours;
import energy.registry.web.model.MarketFilter;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The market's filter as it stands in the address. What cannot be read does not filter. */
public class MarketQuery {
    /** Parts of the UTC day to choose from, as {@code from-until}. */
    static final List<String> TIMES_OF_DAY = List.of("0-6", "6-12", "12-18", "18-24", "6-20", "20-6");

    /** Ages to choose from, years; 15 is what the buyers' rules of our time ask for. */
    static final List<String> AGES = List.of("5", "10", "15");

    private static final String UNSUPPORTED = "none";

    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    @QueryParam("technology")
    String technology;

    @QueryParam("country")
    String country;

    @QueryParam("zone")
    String zone;

    @QueryParam("maxPrice")
    String maxPrice;

    @QueryParam("from")
    String from;

    @QueryParam("until")
    String until;

    @QueryParam("hours")
    String hours;

    @QueryParam("age")
    String age;

    @QueryParam("support")
    String support;

    @QueryParam("sort")
    String sort;

    /** Given where the page had a decimal comma. */
    @QueryParam(DecimalComma.FIELD)
    String comma;

    @QueryParam("after")
    String after;

    MarketFilter filter() {
        return new MarketFilter(
                technology,
                country,
                zone,
                Typed.minorUnits(DecimalComma.plain(maxPrice, comma)).orElse(0L),
                sort,
                age != null && AGES.contains(age) ? Integer.parseInt(age) : 0,
                UNSUPPORTED.equals(support),
                start(from, 0),
                start(until, 1),
                hoursOf(hours));
    }

    /** The start of a day, or of the one so many days later, so that the last day of a period counts. */
    private static Instant start(String day, int later) {
        return Typed.date(day)
                .map((LocalDate date) -> Typed.startOf(date.plusDays(later)))
                .orElse(null);
    }

    private static Hours hoursOf(String text) {
        Matcher hours = HOURS.matcher(text == null ? "" : text);
        return hours.matches()
                ? new Hours(Integer.parseInt(hours.group(1)), Integer.parseInt(hours.group(2)))
                : Hours.ANY;
    }

    /** The address of the list, without the place in it. */
    String base(String path) {
        return new Address(path)
                .with("technology", technology)
                .with("country", country)
                .with("zone", zone)
                .with("maxPrice", maxPrice)
                .with("from", from)
                .with("until", until)
                .with("hours", hours)
                .with("age", age)
                .with("support", support)
                .with("sort", sort)
                .with(DecimalComma.FIELD, comma)
                .toString();
    }

    /** What was typed, for the form to show again. */
    Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        typed.put("from", from);
        typed.put("until", until);
        typed.put("hours", hours);
        typed.put("age", age);
        typed.put("maxPrice", maxPrice);
        typed.put(DecimalComma.FIELD, comma);
        return typed;
    }

    /** Whether one of the filters that are folded away is in use. */
    boolean unfolded() {
        return given(country) || given(hours) || given(age) || given(support) || given(maxPrice);
    }

    private static boolean given(String value) {
        return value != null && !value.isEmpty();
    }
}
