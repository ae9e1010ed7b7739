package energy.registry.web.adapter.page.display;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a language writes days, months and clocks: 27 Nov 2026 in English, 27.11.2026 in German. */
record Dates(
        DateTimeFormatter day,
        DateTimeFormatter shortDay,
        DateTimeFormatter month,
        DateTimeFormatter clock,
        DateTimeFormatter zone) {
    static Dates of(Locale locale) {
        boolean german = locale.getLanguage().equals("de");
        return new Dates(
                format(german ? "dd.MM.uuuu" : "d MMM uuuu", locale),
                format(german ? "dd.MM." : "d MMM", locale),
                format("MMMM uuuu", locale),
                format("HH:mm", locale),
                format("zzz", locale));
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
