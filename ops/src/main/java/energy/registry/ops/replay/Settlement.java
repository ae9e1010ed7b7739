package energy.registry.ops.replay;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.ops.device.IngestDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks ingest what became of a device's intervals. */
final class Settlement {
    /** A page holds a day of half hours; a week is seven pages. */
    private static final int PAGE = 100;

    private static final int PAGES_MAX = 100;
    private static final int MILLI_DIGITS = 3;

    private final IngestDesk desk;
    private final String deviceId;

    Settlement(IngestDesk desk, String deviceId) {
        this.desk = desk;
        this.deviceId = deviceId;
    }

    /** By start of the interval. */
    Map<Long, Settled> between(Instant from, Instant to) throws IOException {
        Map<Long, Settled> settled = new HashMap<>();
        String after = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode answer = desk.statements(deviceId, from, to, after, PAGE);
            for (JsonNode statement : answer.path("statements")) {
                for (JsonNode interval : statement.path("intervals")) {
                    settled.put(Instant.parse(interval.path("start").asText()).getEpochSecond(), settled(interval));
                }
            }
            after = answer.path("next").asText("");
            if (after.isEmpty() || after.equals("null")) {
                return settled;
            }
        }
        return settled;
    }

    private static Settled settled(JsonNode interval) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode reason : interval.path("reasons")) {
            reasons.add(reason.path("code").asText(reason.asText()));
        }
        return new Settled(
                interval.path("status").asText(Settled.UNKNOWN),
                interval.path("energyWh").asLong(),
                interval.path("envelope").path("maxWh").asLong(-1),
                reasons,
                interval.path("certificateId").asText(""),
                rotorRpm(interval.path("verdicts")));
    }

    private static String rotorRpm(JsonNode verdicts) {
        List<String> speeds = new ArrayList<>();
        for (JsonNode verdict : verdicts) {
            speeds.add(
                    verdict.path("state").asText().equals("RUNNING")
                            ? BigDecimal.valueOf(verdict.path("milliRpm").asLong(), MILLI_DIGITS)
                                    .setScale(2, RoundingMode.HALF_EVEN)
                                    .toPlainString()
                            : verdict.path("state").asText().toLowerCase(Locale.ROOT));
        }
        return String.join(" ", speeds);
    }
}
