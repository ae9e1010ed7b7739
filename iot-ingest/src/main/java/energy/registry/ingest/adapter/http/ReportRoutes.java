package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.port.Reports;
import energy.registry.ingest.port.StatementReport;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What others read. */
final class ReportRoutes {
    private static final int PAGE = 100;
    private static final int PAGE_MAX = 1_000;

    private final Doors.Services services;

    ReportRoutes(Doors.Services services) {
        this.services = services;
    }

    Response health(Request request) {
        Map<String, Boolean> checks = services.checks().get();
        boolean up = checks.values().stream().allMatch(each -> each);
        ObjectNode json = Wire.object().put("status", up ? "UP" : "DOWN");
        ArrayNode list = json.putArray("checks");
        checks.forEach((name, holds) -> list.add(Wire.object().put("name", name).put("status", holds ? "UP" : "DOWN")));
        return Response.json(up ? 200 : 503, json);
    }

    Response metrics(Request request) {
        return Response.text("text/plain; version=0.0.4", services.metrics().get());
    }

    Response statements(Request request) {
        Reports.StatementFilter filter = new Reports.StatementFilter(
                request.parameter("device"),
                request.instant("from"),
                request.instant("to"),
                request.instant("asKnownAt"));
        return Response.json(
                200,
                page(
                        "statements",
                        services.reports()
                                .statements(filter, request.parameter("after"), request.limit(PAGE, PAGE_MAX))));
    }

    static ObjectNode page(String name, Reports.Page<StatementReport> page) {
        ObjectNode json = Wire.object();
        json.set(name, Wire.tree(page.items()));
        if (page.next() != null) {
            json.put("next", page.next());
        }
        return json;
    }

    Response statement(Request request) {
        Digest digest = digest(request.segments().get(0));
        return services.reports()
                .statement(digest)
                .map(report -> Response.json(200, report))
                .orElseGet(() -> Problem.of(404, "not-found", "No such statement was accepted.", digest.toString()));
    }

    Response evidence(Request request) {
        Digest claimId = digest(request.segments().get(0));
        return services.reports()
                .evidence(claimId)
                .map(this::evidence)
                .orElseGet(() -> Problem.of(404, "not-found", "There is no such claim.", claimId.toString()));
    }

    private Response evidence(Reports.Evidence evidence) {
        ObjectNode json = Wire.object();
        json.put("device", base64(evidence.device()));
        json.put("claim", base64(evidence.claim()));
        ArrayNode readings = json.putArray("readings");
        evidence.readings().forEach(reading -> readings.add(base64(reading)));
        ArrayNode verdicts = json.putArray("verdicts");
        for (Reports.VerdictEvidence each : evidence.verdicts()) {
            Optional<byte[]> record = services.records().recordOf(each.clip(), each.record());
            if (record.isEmpty()) {
                return Problem.of(503, "record-missing", "The verifier does not hand out a record now.", "try again");
            }
            verdicts.add(Wire.object()
                    .put("capture", base64(each.capture()))
                    .put("verdict", base64(each.verdict()))
                    .put("record", base64(record.get())));
        }
        return Response.json(200, json);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Digest digest(String text) {
        try {
            return Digest.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("digest: expected 64 hexadecimal digits", e);
        }
    }
}
