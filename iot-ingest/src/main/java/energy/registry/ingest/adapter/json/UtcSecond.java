package energy.registry.ingest.adapter.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads {@code 2026-01-01T00:10:00Z}: the common form by position, any other ISO-8601 instant by the platform. */
final class UtcSecond {
    private static final int LENGTH = "2026-01-01T00:10:00Z".length();
    private static final String SEPARATORS = "    -  -  T  :  :  Z";

    private UtcSecond() {}

    static long parse(String text) {
        try {
            return isPlain(text) ? plain(text) : platform(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + (text.length() > 40 ? "…" : text) + "' is no UTC instant");
        }
    }

    private static long platform(String text) {
        Instant instant = Instant.parse(text);
        if (instant.getNano() != 0) {
            throw new IllegalArgumentException("times are whole seconds");
        }
        return instant.getEpochSecond();
    }

    private static boolean isPlain(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char expected = SEPARATORS.charAt(i);
            char found = text.charAt(i);
            if (expected == ' ' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static long plain(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no time of day");
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return day * 86_400 + hour * 3_600L + minute * 60L + second;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
