package energy.registry.web.adapter.limit;

import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers 429 with the seconds to wait to whoever asks too much; named in web.xml, so that it comes before every other filter. */
public final class RateLimitFilter implements Filter {
    private static final int TOO_MANY_REQUESTS = 429;

    private final RateLimit limit = new RateLimit(System::nanoTime);

    @Inject
    private CurrentActor actor;

    @Override
    public void doFilter(ServletRequest from, ServletResponse to, FilterChain chain)
            throws IOException, ServletException {
        long seconds = limit.wait((HttpServletRequest) from, actor.get());
        if (seconds == 0) {
            chain.doFilter(from, to);
        } else {
            refuse((HttpServletResponse) to, seconds);
        }
    }

    private static void refuse(HttpServletResponse response, long seconds) throws IOException {
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", String.valueOf(seconds));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        "{\"type\":\"urn:rec:problem:rate-limit\",\"title\":\"Too many requests\",\"status\":429,\"detail\":\"Nothing"
                                + " was done. Send this again in " + seconds + " s.\",\"rule\":\"RATE_LIMIT\"}");
    }
}
