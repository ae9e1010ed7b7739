package energy.registry.web.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import energy.registry.web.model.AccessDenied;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outermost edge of the API: whatever went wrong becomes a problem document, and no inner word leaves. */
@Provider
public class ApiErrors implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @Inject
    private CurrentActor actor;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof AccessDenied denied) {
            return actor.get().signedIn()
                    ? Problems.of(403, "forbidden", "Not allowed", denied.getMessage())
                    : Problems.unauthenticated();
        }
        if (thrown instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            int status = known.getResponse().getStatus();
            return Problems.of(status, "request", "The request does not fit", "See the API's description at /openapi.");
        }
        if (thrown instanceof JsonProcessingException || thrown instanceof DateTimeParseException) {
            return Problems.of(
                    400,
                    "invalid-input",
                    "The request cannot be understood",
                    "The body must be JSON with the fields described at /openapi, times like 2026-01-31T12:00:00Z.");
        }
        LOG.error("The API failed", thrown);
        return Problems.of(500, "internal", "Something broke on our side", "It has been noted. Try again later.");
    }
}
