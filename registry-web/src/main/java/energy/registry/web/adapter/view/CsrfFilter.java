package energy.registry.web.adapter.view;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses a changing request that carries neither the session's token nor a bearer token. A bearer token is not sent by a browser on
 * its own, so a request that carries one was meant.
 */
@WebFilter(urlPatterns = "/*")
public final class CsrfFilter implements Filter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    public void doFilter(ServletRequest from, ServletResponse to, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) from;
        if (SAFE.contains(request.getMethod()) || bearer(request) || carriesToken(request)) {
            chain.doFilter(from, to);
        } else {
            refuse((HttpServletResponse) to);
        }
    }

    private static boolean bearer(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }

    private static boolean carriesToken(HttpServletRequest request) {
        String sent = request.getHeader(CsrfToken.HEADER);
        String candidate = sent != null ? sent : request.getParameter(CsrfToken.FIELD);
        return CsrfToken.matches(request.getSession(false), candidate);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.getWriter()
                .write("{\"type\":\"urn:rec:problem:csrf\",\"title\":\"This form has expired\",\"status\":403,"
                        + "\"detail\":\"Nothing was changed. Open the page again and send the form once more.\"}");
    }
}
