package energy.registry.web.adapter.page.display;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Minor units as people write money, with two places or as many as the currency has: in English the sign of the
 * currency stands before the number, in German behind it.
 */
final class MoneyText {
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private MoneyText() {}

    static String of(long minor, String currency, Digits digits, boolean german) {
        int places = KNOWN.contains(currency) ? Currency.getInstance(currency).getDefaultFractionDigits() : 2;
        long unit = 1;
        for (int place = 0; place < places; place++) {
            unit *= 10;
        }
        String sign = minor < 0 ? "−" : "";
        String number = digits.decimal(Math.abs(minor), unit, Math.max(places, 0));
        String symbol = symbol(currency);
        if (german) {
            return sign + number + " " + symbol;
        }
        return sign + (symbol.equals(currency) ? symbol + " " : symbol) + number;
    }

    private static String symbol(String currency) {
        return switch (currency.toUpperCase(Locale.ROOT)) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            default -> currency;
        };
    }
}
