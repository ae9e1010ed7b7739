package energy.registry.web.adapter.page;

import energy.registry.web.adapter.view.Page;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import jakarta.ws.rs.core.Response;

/** The page for a refusal that no form can show. */
public final class Refused {
    private Refused() {}

    public static Response page(Outcome<?> outcome) {
        return outcome.whyNot()
                .map(refusal -> page(status(refusal.kind()), refusal.detail()))
                .orElseThrow();
    }

    private static Response page(int status, String detail) {
        return Pages.status(status, Page.of("error").with("status", status).with("detail", detail));
    }

    public static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
        };
    }
}
