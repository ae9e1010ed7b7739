package energy.registry.web.config;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Where people reach this site by https, its session's cookie never travels without. */
@WebListener
public class SecureCookies implements ServletContextListener {
    @Inject
    private WebConfig config;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean https = "https".equals(config.publicBase().getScheme());
        event.getServletContext().getSessionCookieConfig().setSecure(https);
    }
}
