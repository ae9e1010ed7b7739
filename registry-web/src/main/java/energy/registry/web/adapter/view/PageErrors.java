package energy.registry.web.adapter.view;

import energy.registry.web.model.AccessDenied;
import energy.registry.web.model.Actor;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outermost edge of the pages: whatever went wrong becomes template {@code error} with {@code status} and {@code detail}. */
@Provider
public class PageErrors implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    @Inject
    private CurrentActor actor;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof AccessDenied denied) {
            Actor who = actor.get();
            return who.signedIn()
                    ? page(403, denied.getMessage())
                    : Response.seeOther(URI.create("/login")).build();
        }
        if (thrown instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            Response given = known.getResponse();
            boolean redirect = given.getStatus() < 400;
            return redirect ? given : page(given.getStatus(), "");
        }
        LOG.error("Page {} failed", request.getRequestURI(), thrown);
        return page(500, "");
    }

    private static Response page(int status, String detail) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Page.of("error", Map.of("status", status, "detail", detail)))
                .build();
    }
}
