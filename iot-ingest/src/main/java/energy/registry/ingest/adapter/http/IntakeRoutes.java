package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.application.AcceptVerdicts;
import energy.registry.ingest.application.Overloaded;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.IntakeRule;
import energy.registry.ingest.statement.Refusal;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What devices and the verifier of footage send. */
final class IntakeRoutes {
    /** A commit takes milliseconds; after this the sender does better to ask again. */
    private static final int COMMIT_SECONDS_MAX = 30;

    private final Doors.Services services;

    IntakeRoutes(Doors.Services services) {
        this.services = services;
    }

    Response statement(Request request) {
        Arrival arrival = new Arrival(
                request.body(), "http", request.peer(), null, services.clock().instant());
        try {
            return answer(services.statements().accept(arrival).get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause() instanceof Overloaded
                    ? busy("The service is busy.")
                    : busy("Nothing was kept; the database did not take it.");
        } catch (TimeoutException e) {
            return busy("The outcome is not known yet; send the same statement again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy("The service is stopping.");
        }
    }

    static Response answer(Answer answer) {
        return answer.refusal() == null
                ? Response.json(202, Wire.answer(answer))
                : Problem.refusal(status(answer.refusal()), answer.refusal(), Wire.answer(answer));
    }

    private static int status(Refusal refusal) {
        return switch (refusal.rule()) {
            case ENVELOPE_TOO_LARGE -> 413;
            case ENVELOPE_MALFORMED, STATEMENT_MALFORMED -> 400;
            case METER_UNKNOWN -> 404;
            case KEY_UNKNOWN, KEY_NOT_VALID_THEN, SIGNATURE_INVALID -> 403;
            default -> refusal.rule().compareTo(IntakeRule.DEVICE_HELD) >= 0 ? 409 : 422;
        };
    }

    private static Response busy(String detail) {
        return Problem.of(503, "busy", "Try again later.", detail);
    }

    Response position(Request request) {
        String meterId = request.segments().get(0);
        return services.meters()
                .position(meterId)
                .map(position -> Response.json(200, Wire.position(position)))
                .orElseGet(() -> Problem.of(404, "meter-unknown", "No device is registered with this meter.", meterId));
    }

    Response verdict(Request request) {
        JsonNode body = Wire.read(request.body());
        AcceptVerdicts.Result result = services.verdicts().accept(record(body, "capture"), record(body, "verdict"));
        if (result instanceof AcceptVerdicts.Result.Refused refused) {
            return Problem.rule(
                    422, refused.rule().name(), refused.rule().sentence(), String.valueOf(refused.detail()));
        }
        boolean fresh = ((AcceptVerdicts.Result.Kept) result).fresh();
        return Response.json(202, Wire.object().put("status", fresh ? "ACCEPTED" : "DUPLICATE"));
    }

    private static SignedRecord record(JsonNode body, String field) {
        String text = body.path(field).asText("");
        try {
            return SignedRecord.decode(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": no signed record in base64; " + e.getMessage(), e);
        }
    }
}
