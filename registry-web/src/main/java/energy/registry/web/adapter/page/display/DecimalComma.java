package energy.registry.web.adapter.page.display;

import java.util.regex.Pattern;

/** Numbers that were typed into a page whose language has a decimal comma: 1.234,5 instead of 1,234.5. */
public final class DecimalComma {
    /** The field by which such a page says so when it is sent. */
    public static final String FIELD = "comma";

    /** A point is only a mark of groups where three digits follow each; 1.5 can mean nothing but one and a half. */
    private static final Pattern GROUPED = Pattern.compile("\\s*\\d{1,3}([.]\\d{3})+(,\\d+)?\\s*");

    private DecimalComma() {}

    /** The number with a decimal point; {@code mark} is what was sent for {@link #FIELD}. */
    public static String plain(String number, String mark) {
        if (number == null || mark == null || mark.isEmpty()) {
            return number;
        }
        String ungrouped = GROUPED.matcher(number).matches() ? number.replace(".", "") : number;
        return ungrouped.replace(',', '.');
    }

    /** Comma for point and point for comma. */
    static String exchanged(String number) {
        StringBuilder other = new StringBuilder(number.length());
        for (char each : number.toCharArray()) {
            other.append(each == ',' ? '.' : each == '.' ? ',' : each);
        }
        return other.toString();
    }
}
