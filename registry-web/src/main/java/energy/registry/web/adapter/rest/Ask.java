package energy.registry.web.adapter.rest;

import energy.registry.web.model.Window;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;

/** The paging parameters that every list takes. */
public class Ask {
    @QueryParam("after")
    @DefaultValue("")
    private String after;

    @QueryParam("limit")
    @DefaultValue("100")
    private int limit;

    Window window() {
        return new Window(after, limit);
    }

    /** Null when absent. */
    static Instant instant(String text) {
        return text == null || text.isEmpty() ? null : Instant.parse(text);
    }
}
