package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.port.StatementStore.Exchange;
import energy.registry.ingest.statement.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The issuing body's desk. */
final class DeskRoutes {
    private static final int PAGE = 100;
    private static final int PAGE_MAX = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(DeskRoutes.class);

    private final Doors.Services services;

    DeskRoutes(Doors.Services services) {
        this.services = services;
    }

    Response held(Request request) {
        return Response.json(
                200,
                ReportRoutes.page(
                        "held", services.reports().held(request.parameter("after"), request.limit(PAGE, PAGE_MAX))));
    }

    Response decide(Request request) {
        Digest statement = ReportRoutes.digest(request.segments().get(0));
        int interval = interval(request.segments().get(1));
        JsonNode body = Wire.read(request.body());
        Optional<String> status = services.desk()
                .decide(statement, interval, text(body, "decision"), text(body, "actor"), text(body, "reason"));
        if (status.isEmpty()) {
            return Problem.rule(
                    409, "INTERVAL_IS_HELD", "Only a held interval is decided.", statement + "/" + interval);
        }
        if (status.get().equals("HELD")) {
            return Problem.rule(
                    409,
                    "EVIDENCE_SUPPORTS_ENERGY",
                    "A held interval is released when the evidence supports it.",
                    "All evidence there is was looked at again and still speaks against it; see the reasons.");
        }
        return Response.json(200, Wire.object().put("status", status.get()));
    }

    Response release(Request request) {
        return act(request, "release", services.meters()::release);
    }

    Response openEpoch(Request request) {
        return act(request, "epoch", services.meters()::openEpoch);
    }

    /** A meter that was exchanged: both registers as they were read, by whom and why. */
    Response exchange(Request request) {
        JsonNode body = Wire.read(request.body());
        String meterId = request.segments().get(0);
        Exchange exchange = new Exchange(
                meterId,
                instant(body, "at"),
                wattHours(body, "closingRegisterWh"),
                wattHours(body, "openingRegisterWh"),
                required(body, "meterSerial"),
                required(body, "meterMaker"),
                required(body, "actor"),
                required(body, "reason"));
        return services.meters()
                .exchange(exchange)
                .map(at -> Response.json(200, Wire.position(at)))
                .orElseGet(() -> Problem.of(404, "meter-unknown", "No device is registered with this meter.", meterId));
    }

    private static Instant instant(JsonNode body, String field) {
        try {
            return Instant.parse(text(body, field));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + ": '" + text(body, field) + "' is no UTC instant", e);
        }
    }

    private static long wattHours(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
            throw new IllegalArgumentException(field + ": give whole watt-hours, not " + value);
        }
        return value.asLong();
    }

    private static Response act(
            Request request, String act, java.util.function.Function<String, Optional<Position>> change) {
        JsonNode body = Wire.read(request.body());
        String actor = required(body, "actor");
        String reason = required(body, "reason");
        String meterId = request.segments().get(0);
        Optional<Position> position = change.apply(meterId);
        LOG.info("event=meter-{} meter={} actor=\"{}\" reason=\"{}\"", act, meterId, actor, reason);
        return position.map(at -> Response.json(200, Wire.position(at)))
                .orElseGet(() -> Problem.of(404, "meter-unknown", "No device is registered with this meter.", meterId));
    }

    private static String required(JsonNode body, String field) {
        String value = text(body, field).replaceAll("\\p{Cntrl}", " ");
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": give a value");
        }
        return value;
    }

    private static int interval(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("interval: '" + text + "' is no whole number", e);
        }
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText("");
    }
}
