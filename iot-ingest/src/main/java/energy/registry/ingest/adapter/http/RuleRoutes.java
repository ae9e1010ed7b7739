package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.application.DeviceRules;
import energy.registry.ingest.plausibility.RuleDefinition;
import energy.registry.ingest.port.Reports;
import energy.registry.ingest.statement.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of physics and what they noticed. */
final class RuleRoutes {
    private static final int PAGE = 100;
    private static final int PAGE_MAX = 1_000;

    private final Doors.Services services;

    RuleRoutes(Doors.Services services) {
        this.services = services;
    }

    Response rules(Request request) {
        ObjectNode json = Wire.object();
        ArrayNode list = json.putArray("rules");
        services.rules().all().forEach(rule -> list.add(Wire.tree(rule)));
        return Response.json(200, json);
    }

    /** A version of a rule for one device. */
    Response set(Request request) {
        JsonNode body = Wire.read(request.body());
        String device = body.path("device").asText("");
        if (device.isBlank() || device.equals(RuleDefinition.EVERY_DEVICE)) {
            throw new IllegalArgumentException("device: name the device that the rule is for");
        }
        return services.devices()
                .byId(device)
                .map(known -> Response.json(
                        200,
                        services.rules()
                                .set(new DeviceRules.Change(
                                        body.path("actor").asText(""),
                                        body.path("reason").asText(""),
                                        device,
                                        known.technology().name(),
                                        body.path("rule").asText(""),
                                        body.path("outcome").asText(""),
                                        parameters(body)))))
                .orElseGet(() -> Problem.of(404, "device-unknown", "No device is registered with this id.", device));
    }

    private static Map<String, Double> parameters(JsonNode body) {
        Map<String, Double> parameters = new HashMap<>();
        body.path("parameters").fields().forEachRemaining(each -> {
            if (!each.getValue().isNumber()) {
                throw new IllegalArgumentException("parameters." + each.getKey() + ": give a number");
            }
            parameters.put(each.getKey(), each.getValue().asDouble());
        });
        return parameters;
    }

    Response findings(Request request) {
        Reports.FindingFilter filter = new Reports.FindingFilter(
                request.parameter("device"), outcome(request), request.instant("from"), request.instant("to"));
        Reports.Page<Reports.KeptFinding> page =
                services.reports().findings(filter, request.parameter("after"), request.limit(PAGE, PAGE_MAX));
        ObjectNode json = Wire.object();
        ArrayNode list = json.putArray("findings");
        for (Reports.KeptFinding each : page.items()) {
            ObjectNode node = Wire.object()
                    .put("findingId", each.findingId())
                    .put("deviceId", each.deviceId())
                    .put("statementDigest", each.statement().toString())
                    .put("noticedAt", each.noticedAt().toString());
            node.setAll((ObjectNode) Wire.tree(each.finding()));
            list.add(node);
        }
        if (page.next() != null) {
            json.put("next", page.next());
        }
        return Response.json(200, json);
    }

    private static Outcome outcome(Request request) {
        String text = request.parameter("outcome");
        return text == null
                ? null
                : Arrays.stream(Outcome.values())
                        .filter(known -> known.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "outcome: '" + text + "' is none; give one of " + List.of(Outcome.values())));
    }
}
