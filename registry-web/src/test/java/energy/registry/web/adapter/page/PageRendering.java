package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.view.KeptTemplates;
import energy.registry.web.words.BundleMessages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.cache.ICacheManager;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** The template engine as the server sets it up, over the source files. */
final class PageRendering {
    static final Path TEMPLATES = Path.of("src/main/webapp/WEB-INF/templates");
    private final TemplateEngine engine = new TemplateEngine();

    PageRendering() {
        this(KeptTemplates.all());
    }

    PageRendering(ICacheManager kept) {
        FileTemplateResolver resolver = new FileTemplateResolver();
        resolver.setPrefix(TEMPLATES + "/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        engine.setCacheManager(kept);
        engine.setMessageResolver(new BundleMessages());
    }

    String render(SamplePages.Sample sample) {
        Map<String, Object> model = new HashMap<>(sample.model());
        model.putIfAbsent("fmt", new Display());
        Display say = (Display) model.get("fmt");
        model.replaceAll((name, value) -> Worded.said(value, say));
        model.put("actor", sample.actor());
        model.put("csrf", sample.actor().signedIn() || sample.path().startsWith("/join") ? "token" : "");
        model.put("path", sample.path());
        model.put("now", SampleRows.NOW);
        Locale locale = "de".equals(model.get("lang")) ? Locale.GERMANY : Locale.UK;
        return engine.process(sample.template(), new Context(locale, model));
    }
}
