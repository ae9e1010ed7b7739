package energy.registry.web.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/**
 * The templates' {@code #{…}} from {@code messages/words*.properties}, UTF-8. English is the language of a key that
 * another language lacks.
 */
public final class BundleMessages extends AbstractMessageResolver {
    private static final String BUNDLE = "messages.words";
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        return of(context.getLocale(), key, parameters);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        return "??" + key + "??";
    }

    /** Null for a key that nobody knows. */
    static String of(Locale locale, String key, Object... parameters) {
        try {
            String pattern =
                    ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_OTHERWISE).getString(key);
            return parameters == null || parameters.length == 0
                    ? pattern
                    : new MessageFormat(pattern, locale).format(parameters);
        } catch (MissingResourceException unknown) {
            return null;
        }
    }
}
