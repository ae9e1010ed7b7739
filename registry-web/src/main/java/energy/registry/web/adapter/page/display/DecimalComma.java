package energy.registry.web.adapter.page.display;

/** Numbers that were typed into a page whose language has a decimal comma: 1.234,5 instead of 1,234.5. */
public final class DecimalComma {
    /** The field by which such a page says so when it is sent. */
    public static final String FIELD = "comma";

    private DecimalComma() {}

    /** The number with a decimal point; {@code mark} is what was sent for {@link #FIELD}. */
    public static String plain(String number, String mark) {
        return number == null || mark == null || mark.isEmpty() ? number : exchanged(number);
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
