package energy.registry.web.adapter.page.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Whole numbers and exact decimals with thin grouping; no floating point on the way. */
final class Digits {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private Digits() {}

    static String grouped(long number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    /** number / unit, rounded down to the places given, so that a display never claims more than there is. */
    static String decimal(long number, long unit, int places) {
        BigDecimal value = BigDecimal.valueOf(number).divide(BigDecimal.valueOf(unit), places, RoundingMode.DOWN);
        String pattern = places == 0 ? "#,##0" : "#,##0." + "0".repeat(places);
        return new DecimalFormat(pattern, SYMBOLS).format(value);
    }
}
