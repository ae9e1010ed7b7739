package energy.registry.web.adapter.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people type, made exact; empty where it cannot be read. Never rounds: a fraction of a Wh or of a cent is
 * refused, and so is 1,5: a comma that groups has three digits behind it.
 */
final class Typed {
    private static final Map<String, Integer> PLACES_BY_UNIT = Map.of("Wh", 0, "kWh", 3, "MWh", 6);
    private static final int PLACES_OF_MONEY = 2; // all currencies of the demo market have cents
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})([.]\\d{1,6})?");

    private Typed() {}

    /** "1.5" and "MWh" is 1,500,000 Wh. */
    static Optional<Long> wattHours(String number, String unit) {
        Integer places = unit == null ? null : PLACES_BY_UNIT.get(unit);
        return places == null ? Optional.empty() : scaled(number, places);
    }

    /** "84.50" is 8,450 minor units. */
    static Optional<Long> minorUnits(String number) {
        return scaled(number, PLACES_OF_MONEY);
    }

    private static Optional<Long> scaled(String number, int places) {
        String text = number == null ? "" : number.strip();
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal whole =
                new BigDecimal(text.replace(",", "")).movePointRight(places).stripTrailingZeros();
        return whole.scale() > 0 ? Optional.empty() : Optional.of(whole.longValueExact());
    }

    static Optional<Instant> dateTime(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text == null ? "" : text.strip()).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text == null ? "" : text.strip()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
