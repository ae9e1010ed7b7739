package energy.registry.web.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words of {@code messages/words*.properties}, UTF-8, by their key. English is the language of a key that another
 * language lacks.
 */
public final class Words {
    private static final String BUNDLE = "messages.words";
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    /** The words with the parameters in their places; empty for a key that nobody knows. */
    public static Optional<String> find(Locale locale, String key, Object... parameters) {
        try {
            String pattern =
                    ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_OTHERWISE).getString(key);
            return Optional.of(
                    parameters == null || parameters.length == 0
                            ? pattern
                            : new MessageFormat(pattern, locale).format(parameters));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }

    /** The words, or the key between question marks, which every test of a page finds. */
    public static String of(Locale locale, String key, Object... parameters) {
        return find(locale, key, parameters).orElse(unknown(key));
    }

    /** The keys that begin so. */
    public static List<String> keys(String prefix) {
        return ResourceBundle.getBundle(BUNDLE, Locale.UK, ENGLISH_OTHERWISE).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    static String unknown(String key) {
        return "??" + key + "??";
    }
}
