package energy.registry.ledger.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;

/** What a call is answered with. */
public record Answer(int status, String contentType, JsonNode body) {

    public static Answer ok(JsonNode body) {
        return new Answer(200, "application/json", body);
    }

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, "application/json", body);
    }

    public static Answer problem(Problem problem) {
        return new Answer(problem.status(), "application/problem+json", problem.json());
    }
}
