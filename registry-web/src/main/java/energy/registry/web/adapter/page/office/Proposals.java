package energy.registry.web.adapter.page.office;

import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** What the camera service found on a picture, for the script of the page. */
final class Proposals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Proposals() {}

    static void write(HttpServletResponse response, Outcome<Map<String, Object>> found) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        found.whyNot().ifPresent(refusal -> response.setStatus(Refused.status(refusal.kind())));
        Object body = found.isDone()
                ? found.result().orElseThrow()
                : Map.of("detail", found.whyNot().map(Refusal::detail).orElse(""));
        response.getWriter().write(JSON.writeValueAsString(body));
    }
}
