package energy.registry.web.adapter.view;

import energy.registry.web.words.BundleMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The one template engine of the web application; templates are read once and kept. */
@ApplicationScoped
class Templates {
    private JakartaServletWebApplication application;
    private TemplateEngine engine;

    Templates() {}

    @Inject
    Templates(ServletContext context) {
        application = JakartaServletWebApplication.buildApplication(context);
        WebApplicationTemplateResolver resolver = new WebApplicationTemplateResolver(application);
        resolver.setPrefix("/WEB-INF/templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setCacheManager(KeptTemplates.all());
        engine.setMessageResolver(new BundleMessages());
    }

    private static Locale locale(Page page) {
        return "de".equals(page.model().get("lang")) ? Locale.GERMANY : Locale.UK;
    }

    void render(
            Page page, PageContext surroundings, HttpServletRequest request, HttpServletResponse response, Writer out) {
        WebContext context = new WebContext(application.buildExchange(request, response), locale(page), page.model());
        surroundings.values().forEach(context::setVariable);
        if (page.fragment().isEmpty()) {
            engine.process(page.view(), context, out);
        } else {
            engine.process(page.view(), Set.of(page.fragment()), context, out);
        }
    }
}
