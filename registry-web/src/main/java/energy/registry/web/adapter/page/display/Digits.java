package energy.registry.web.adapter.page.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Whole numbers and exact decimals, grouped and pointed as a language does; no floating point on the way. */
final class Digits {
    private final DecimalFormatSymbols symbols;

    Digits(Locale locale) {
        symbols = DecimalFormatSymbols.getInstance(locale);
    }

    String grouped(long number) {
        return new DecimalFormat("#,##0", symbols).format(number);
    }

    /** number / unit, rounded down to the places given, so that a display never claims more than there is. */
    String decimal(long number, long unit, int places) {
        BigDecimal value = BigDecimal.valueOf(number).divide(BigDecimal.valueOf(unit), places, RoundingMode.DOWN);
        String pattern = places == 0 ? "#,##0" : "#,##0." + "0".repeat(places);
        return new DecimalFormat(pattern, symbols).format(value);
    }

    /** A number without the zeros behind its point, and without a point that nothing follows. */
    String withoutZeros(String number) {
        String point = "\\" + symbols.getDecimalSeparator();
        return number.replaceFirst("(" + point + "\\d*?)0+$", "$1").replaceFirst(point + "$", "");
    }

    /** A plain number, written with a point, as this language writes it. */
    String pointed(String plain) {
        return plain.replace('.', symbols.getDecimalSeparator());
    }
}
