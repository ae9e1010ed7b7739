package energy.registry.vision.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.vision.application.AskConsistency;
import energy.registry.vision.application.ClipRule;
import energy.registry.vision.physics.SpeedPowerCorrelation;
import energy.registry.vision.physics.SpeedPowerCorrelation.MinutePower;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** {@code POST /v1/consistency}: whether metered energy fits what was seen. */
public final class ConsistencyDoor implements ServiceDoor {
    /** As of every JSON body. */
    private static final int BODY_BYTES_MAX = 1 << 20;

    private final AskConsistency ask;

    public ConsistencyDoor(AskConsistency ask) {
        this.ask = ask;
    }

    @Override
    public Optional<Reply> open(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        return call.equals("POST /v1/consistency") ? Optional.of(answer(exchange)) : Optional.empty();
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        Optional<byte[]> body = Bodies.bytes(exchange, BODY_BYTES_MAX);
        if (body.isEmpty()) {
            return Bodies.tooLarge(BODY_BYTES_MAX);
        }
        AskConsistency.Answer answer;
        try {
            JsonNode in =
                    Bodies.object(body.get()).orElseThrow(() -> new IllegalArgumentException("body: no JSON object"));
            answer = ask.ask(
                    in.path("deviceId").asText(), period(in), energy(in), verdicts(in), minutes(in.path("power")));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return wrong(ClipRule.CLAIM_MALFORMED, String.valueOf(malformed.getMessage()));
        }
        if (answer instanceof AskConsistency.Declined declined) {
            return wrong(declined.rule(), declined.detail());
        }
        return Reply.json(200, ((AskConsistency.Judged) answer).document());
    }

    private static ProductionPeriod period(JsonNode in) {
        return ProductionPeriod.between(second(in, "start"), second(in, "end"));
    }

    private static long second(JsonNode in, String field) {
        return Instant.parse(in.path(field).asText()).getEpochSecond();
    }

    private static long energy(JsonNode in) {
        if (!in.path("energyWh").isIntegralNumber()) {
            throw new IllegalArgumentException(
                    "energyWh: '" + in.path("energyWh").asText() + "' is no whole number of Wh");
        }
        return in.path("energyWh").asLong();
    }

    private static List<byte[]> verdicts(JsonNode in) {
        List<byte[]> verdicts = new ArrayList<>();
        for (JsonNode verdict : in.path("verdicts")) {
            verdicts.add(Base64.getDecoder().decode(verdict.asText()));
        }
        return verdicts;
    }

    private static List<MinutePower> minutes(JsonNode in) {
        List<MinutePower> minutes = new ArrayList<>();
        for (JsonNode minute : in) {
            if (minutes.size() == SpeedPowerCorrelation.MINUTES_MAX) {
                throw new IllegalArgumentException("power: more than a day of minutes; ask day by day");
            }
            minutes.add(
                    new MinutePower(second(minute, "at"), minute.path("watts").asDouble()));
        }
        return minutes;
    }

    private static Reply wrong(ClipRule rule, String detail) {
        return Reply.problem(rule.status(), "refused", rule.sentence(), detail, rule.name());
    }
}
