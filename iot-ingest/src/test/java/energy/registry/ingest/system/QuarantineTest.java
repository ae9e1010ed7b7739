package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestPlant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatWasRefusedIsShownAndDrivenThroughAgainWhenItsCauseIsGone() throws Exception {
        try (RunningIngest ingest = RunningIngest.withLongGrace()) {
            TestPlant plant = ingest.plant("Q-1", CameraPolicy.NONE);
            TestMeter meter = plant.meter();
            Keys next = Keys.edwards();
            TestMeter.Message early = meter.draft(100_000).signedBy(next).message();
            assertThat(ingest.send(early).rule()).isEqualTo("KEY_UNKNOWN");
            ingest.send(early);

            JsonNode items = ingest.json("/v1/quarantine?device=Q-1").path("items");
            assertThat(items).hasSize(1);
            assertThat(items.path(0).path("rule").asText()).isEqualTo("KEY_UNKNOWN");
            assertThat(items.path(0).path("times").asInt()).isEqualTo(2);
            assertThat(items.path(0).path("deviceId").asText()).isEqualTo("Q-1");
            String id = items.path(0).path("id").asText();
            ObjectNode why = JSON.createObjectNode().put("actor", "ida").put("reason", "key enrolled");
            assertThat(ingest.post("/v1/quarantine/" + id + "/redrive", why).rule())
                    .isEqualTo("KEY_UNKNOWN");

            ObjectNode body = JSON.createObjectNode();
            body.put("requestId", "q").put("actor", "greta").put("reason", "new key");
            body.putObject("subject")
                    .put("type", "METER")
                    .put("id", meter.meterId())
                    .put("deviceId", "Q-1");
            body.put("key", Base64.getEncoder().encodeToString(next.key().encoded()));
            body.put("validFrom", "2026-01-01T00:00:00Z");
            String enrolment =
                    ingest.post("/v1/keys", body).json().path("enrolmentId").asText();
            ingest.post("/v1/keys/" + enrolment + "/decision", why.deepCopy().put("decision", "APPROVE"));

            RunningIngest.Reply again = ingest.post("/v1/quarantine/" + id + "/redrive", why);

            assertThat(again.json().path("status").asText()).isEqualTo("ACCEPTED");
            JsonNode attempts = ingest.json("/v1/quarantine?device=Q-1")
                    .path("items")
                    .path(0)
                    .path("attempts");
            assertThat(attempts)
                    .extracting(attempt -> attempt.path("outcome").asText())
                    .containsExactly("KEY_UNKNOWN", "ACCEPTED");
            assertThat(ingest.post("/v1/quarantine/999999/redrive", why).status())
                    .isEqualTo(404);
        }
    }
}
