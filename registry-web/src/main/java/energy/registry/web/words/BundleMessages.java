package energy.registry.web.words;

import java.util.Locale;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** The templates' {@code #{…}} from the bundle of words. */
public final class BundleMessages extends AbstractMessageResolver {
    /** True within what is English on any page: parts that are shared with translated pages speak English there too. */
    private static final String ENGLISH = "english";

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        boolean english = Boolean.TRUE.equals(context.getVariable(ENGLISH));
        return Words.find(english ? Locale.UK : context.getLocale(), key, parameters)
                .orElse(null);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        return Words.unknown(key);
    }
}
