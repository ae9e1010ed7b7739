package energy.registry.web.adapter.rest;

import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Refusals as RFC 9457 problem documents. */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final int RETRY_SECONDS = 5; // a service restarts in about this time

    private Problems() {}

    static <T> Response answer(Outcome<T> outcome, Function<T, Response> done) {
        return outcome.whyNot()
                .map(Problems::of)
                .orElseGet(() -> done.apply(outcome.result()
                        .orElseThrow(() -> new IllegalStateException("An outcome is done or refused"))));
    }

    static Response of(Refusal refusal) {
        Response.ResponseBuilder response =
                switch (refusal.kind()) {
                    case INVALID -> problem(400, "invalid-input", "The request cannot be understood", refusal);
                    case NOT_FOUND -> problem(404, "not-found", "Not found", refusal);
                    case FORBIDDEN -> problem(403, "forbidden", "Not allowed", refusal);
                    case CONFLICT -> problem(409, typeOf(refusal.rule()), "A rule refused this", refusal);
                    case UNAVAILABLE ->
                        problem(503, typeOf(refusal.rule()), "Not reachable just now", refusal)
                                .header("Retry-After", RETRY_SECONDS);
                };
        return response.build();
    }

    static Response of(int status, String code, String title, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(body(status, code, title, detail))
                .build();
    }

    /** A problem that goes away by itself. */
    static Response retry(int status, String code, String title, String detail) {
        return Response.fromResponse(of(status, code, title, detail))
                .header("Retry-After", RETRY_SECONDS)
                .build();
    }

    static Response unauthenticated() {
        return of(401, "unauthenticated", "Sign in", "Send a bearer token of the realm registry.");
    }

    /** One type for each rule: OFFER_STANDS is urn:rec:problem:offer-stands. */
    private static String typeOf(String rule) {
        return rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Response.ResponseBuilder problem(int status, String code, String title, Refusal refusal) {
        Map<String, Object> body = body(status, code, title, refusal.detail());
        body.put("rule", refusal.rule());
        if (!refusal.field().isEmpty()) {
            body.put("field", refusal.field());
            body.put("value", refusal.value());
        }
        return Response.status(status).type(MEDIA_TYPE).entity(body);
    }

    private static Map<String, Object> body(int status, String code, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:rec:problem:" + code);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return body;
    }
}
