package energy.registry.web.adapter.page.display;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Minor units as people write money: the sign before the currency, two places or as many as the currency has. */
final class MoneyText {
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private MoneyText() {}

    static String of(long minor, String currency) {
        int places = KNOWN.contains(currency) ? Currency.getInstance(currency).getDefaultFractionDigits() : 2;
        long unit = 1;
        for (int place = 0; place < places; place++) {
            unit *= 10;
        }
        String sign = minor < 0 ? "−" : "";
        return sign + symbol(currency) + Digits.decimal(Math.abs(minor), unit, Math.max(places, 0));
    }

    private static String symbol(String currency) {
        return switch (currency.toUpperCase(Locale.ROOT)) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            default -> currency + " ";
        };
    }
}
