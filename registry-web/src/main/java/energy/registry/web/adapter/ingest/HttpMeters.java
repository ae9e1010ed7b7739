package energy.registry.web.adapter.ingest;

import static energy.registry.web.adapter.http.ServiceDoor.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.model.Decision;
import energy.registry.web.model.HeldRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Slice;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.Meters;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Statements and held claims from the meter service. */
public final class HttpMeters implements Meters {
    private final ServiceDoor door;

    public HttpMeters(ServiceDoor door) {
        this.door = door;
    }

    @Override
    public Outcome<Slice<StatementRow>> statements(String deviceId, Instant from, Instant until, Window window) {
        String path = "/v1/statements?device=" + encoded(deviceId) + place(window)
                + (from == null ? "" : "&from=" + encoded(from.toString()))
                + (until == null ? "" : "&to=" + encoded(until.toString()));
        return door.getJson(path, ServiceDoor.READ_PATIENCE)
                .map(answer -> new Slice<>(
                        StatementJson.rows(answer.path("statements")),
                        answer.path("next").asText("")));
    }

    @Override
    public Outcome<List<StatementRow>> statement(String statementDigest) {
        return door.getJson("/v1/statements/" + encoded(statementDigest), ServiceDoor.READ_PATIENCE)
                .map(StatementJson::intervals);
    }

    @Override
    public Outcome<Slice<HeldRow>> held(Window window) {
        return door.getJson("/v1/held?" + place(window).substring(1), ServiceDoor.READ_PATIENCE)
                .map(answer -> new Slice<>(
                        StatementJson.rows(answer.path("held")).stream()
                                .map(row -> new HeldRow(row, row.interval()))
                                .toList(),
                        answer.path("next").asText("")));
    }

    @Override
    public Outcome<Decision> decide(
            String statementDigest, int interval, Decision decision, String user, String reason) {
        String path = "/v1/held/" + encoded(statementDigest) + "/" + interval + "/decision";
        return door.post(path, Map.of("decision", decision.name(), "actor", user, "reason", reason))
                .map(answer -> decision);
    }

    @Override
    public Outcome<String> evidence(String claimId) {
        return door.getJson("/v1/evidence/" + encoded(claimId), ServiceDoor.READ_PATIENCE)
                .map(JsonNode::toString);
    }

    private static String place(Window window) {
        String after = window.after().isEmpty() ? "" : "&after=" + encoded(window.after());
        return "&limit=" + window.limit() + after;
    }
}
