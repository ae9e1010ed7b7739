package energy.registry.web.adapter.page.display;

import energy.registry.web.words.Words;
import java.util.Locale;

/** Names of the bidding zones that people know by name; an unknown zone is shown by its EIC code. */
final class Zones {
    private Zones() {}

    static String name(String eic, Locale locale) {
        return Words.find(locale, "zone." + eic).orElse(eic);
    }
}
