package energy.registry.web.adapter.view;

import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The headers that tell a browser what this site never does: inline scripts, foreign content, framing. */
@WebFilter(urlPatterns = "/*")
public final class SecurityHeadersFilter implements Filter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'; "
                    + "object-src 'none'; manifest-src 'self'";

    @Inject
    private CurrentActor actor;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse to = (HttpServletResponse) response;
        to.setHeader("Content-Security-Policy", POLICY.formatted(actor.identityProvider()));
        to.setHeader("X-Content-Type-Options", "nosniff");
        to.setHeader("X-Frame-Options", "DENY");
        to.setHeader("Referrer-Policy", "same-origin");
        to.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        to.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        chain.doFilter(request, response);
    }
}
