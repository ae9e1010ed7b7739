package energy.registry.web.adapter.rest;

import energy.registry.web.application.FigureQueries;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /health}: up when the read model answers. */
@WebServlet("/health")
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);

    @Inject
    private transient FigureQueries figures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        try {
            long seq = figures.lastSeq();
            response.getWriter()
                    .write("{\"status\":\"UP\",\"checks\":[{\"name\":\"read-model\",\"status\":\"UP\",\"lastSeq\":"
                            + seq + "}]}");
        } catch (RuntimeException down) { // outermost edge: a health answer must be given whatever broke
            LOG.warn("The read model does not answer", down);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.getWriter()
                    .write("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"read-model\",\"status\":\"DOWN\"}]}");
        }
    }
}
