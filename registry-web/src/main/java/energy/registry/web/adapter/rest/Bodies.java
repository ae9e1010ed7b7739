package energy.registry.web.adapter.rest;

import energy.registry.web.model.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;

/** Answers to bodies that are not there. */
final class Bodies {
    private Bodies() {}

    /** True for a list that is not there or has a hole. */
    static boolean lacks(List<?> items) {
        return items == null || items.stream().anyMatch(Objects::isNull);
    }

    static Response missing() {
        return Problems.of(Refusal.invalid("body", "", "Send a JSON object as described at /openapi."));
    }
}
