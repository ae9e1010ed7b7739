package energy.registry.web.adapter.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times are printed on a statement. Public for the template alone. */
public final class PrintedNumbers {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.UK);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneOffset.UTC);
    private static final int WH_TO_MWH = 6;

    public String wh(long wattHours) {
        return new DecimalFormat("#,##0", SYMBOLS).format(wattHours);
    }

    public String mwh(long wattHours) {
        return new DecimalFormat("#,##0.000000", SYMBOLS)
                .format(BigDecimal.valueOf(wattHours, WH_TO_MWH).setScale(WH_TO_MWH, RoundingMode.UNNECESSARY));
    }

    public String minute(Instant at) {
        return at == null ? "–" : MINUTE.format(at);
    }

    /** For a column whose head says UTC. */
    public String time(Instant at) {
        return TIME.format(at);
    }

    /** The last day that lies before the end of a period. */
    public String lastDay(Instant end) {
        return end == null ? "–" : DAY.format(end.minusSeconds(1));
    }

    public String day(Instant at) {
        return at == null ? "–" : DAY.format(at);
    }

    /** Words for a code such as WIND or FEED_IN_TARIFF. */
    public String words(String code) {
        String plain = code.replace('_', ' ').toLowerCase(Locale.UK);
        return plain.isEmpty() ? "–" : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /** A hash or signature with places where a line may break. */
    public String wrapped(String text) {
        return text.replaceAll("(.{16})", "$1\u200B");
    }

    /** A long id with places where a line may break. */
    public String breakable(String id) {
        return id.replace(":", ":\u200B");
    }
}
