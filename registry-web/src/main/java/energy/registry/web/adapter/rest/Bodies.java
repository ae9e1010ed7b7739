package energy.registry.web.adapter.rest;

import energy.registry.web.model.Refusal;
import jakarta.ws.rs.core.Response;

/** Answers to bodies that are not there. */
final class Bodies {
    private Bodies() {}

    static Response missing() {
        return Problems.of(Refusal.invalid("body", "", "Send a JSON object as described at /openapi."));
    }
}
