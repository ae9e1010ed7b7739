package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.evidence.Reading;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the rules of physics notice reaches the plant's owner, the desk and the claim; windows join intervals. */
class PlausibilityPathTest {
    private static final long TEN_RPM = 10_000_000;
    private static final long FITS_WH = 120_000;
    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        ingest = new RunningIngest(Duration.ofHours(1), Map.of("REGISTRY_INGEST_CLAIM_WINDOW_SECONDS", "3600"));
    }

    @AfterAll
    static void stop() throws Exception {
        ingest.close();
    }

    @Test
    void aRegisterAheadOfItsPowerIsHeldWithReasonsAndGoesOnAfterALook() throws Exception {
        TestPlant plant = ingest.plant("PHYS-1", CameraPolicy.NONE);
        Message message = ahead(plant.meter());
        assertThat(ingest.send(message)
                        .json()
                        .path("findings")
                        .path(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("HOLD");

        JsonNode interval = ingest.awaitStatus(message, 0, "HELD");
        JsonNode reason = interval.path("reasons").path(0);
        assertThat(reason.path("code").asText()).isEqualTo("ENERGY_OFF_POWER");
        assertThat(reason.path("text").asText()).contains("100000 Wh");
        assertThat(reason.path("remedy").asText()).isNotBlank();

        JsonNode finding =
                ingest.json("/v1/findings?device=PHYS-1").path("findings").path(0);
        assertThat(finding.path("rule").asText()).isEqualTo("ENERGY_OFF_POWER");
        assertThat(finding.path("statementDigest").asText())
                .isEqualTo(message.digest().toString());

        assertThat(ingest.json("/v1/findings?device=PHYS-1&outcome=HOLD").path("findings"))
                .isNotEmpty();
        assertThat(ingest.json("/v1/findings?device=PHYS-1&outcome=REJECT").path("findings"))
                .isEmpty();

        assertThat(ingest.decide(message, 0, "RELEASE").status()).isEqualTo(200);
        assertThat(ingest.awaitStatus(message, 0, "ISSUED")
                        .path("decisions")
                        .path(0)
                        .path("actor")
                        .asText())
                .isEqualTo("ida");
    }

    @Test
    void aDevicesOwnVersionOfARuleIsInForceForTheNextStatement() throws Exception {
        TestPlant plant = ingest.plant("PHYS-2", CameraPolicy.NONE);
        TestMeter meter = plant.meter();
        ObjectNode change = new ObjectMapper().createObjectNode();
        change.put("actor", "ida").put("reason", "its power is a moment's").put("device", "PHYS-2");
        change.put("rule", "ENERGY_OFF_POWER").put("outcome", "FLAG");
        assertThat(ingest.post("/v1/rules", change).json().path("version").asInt())
                .isEqualTo(2);

        Message message = ahead(meter);
        ingest.send(message);

        ingest.awaitStatus(message, 0, "ISSUED");
        assertThat(ingest.json("/v1/findings?device=PHYS-2")
                        .path("findings")
                        .path(0)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        change.putObject("parameters").put("nonsense", 1);
        assertThat(ingest.post("/v1/rules", change).status()).isEqualTo(400);
    }

    @Test
    void anHourIsOneClaimWhenItsLastQuarterIsSeen() throws Exception {
        TestPlant plant = ingest.plant("PHYS-3", CameraPolicy.REQUIRED);
        Message hour = plant.meter().next(FITS_WH, FITS_WH, FITS_WH, FITS_WH, FITS_WH);
        ingest.send(hour);
        for (int i = 0; i < 3; i++) {
            see(plant, hour, i);
        }
        see(plant, hour, 4);
        ingest.awaitStatus(hour, 4, "ISSUED"); // the next hour has its window to itself
        Thread.sleep(1_000);
        assertThat(ingest.json("/v1/statements/" + hour.digest())
                        .path("intervals")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("WAITING_FOR_VERDICT");
        see(plant, hour, 3);

        JsonNode first = ingest.awaitStatus(hour, 0, "ISSUED");
        JsonNode last = ingest.awaitStatus(hour, 3, "ISSUED");
        assertThat(first.path("claimId")).isEqualTo(last.path("claimId"));
        assertThat(ingest.awaitStatus(hour, 4, "ISSUED").path("claimId")).isNotEqualTo(first.path("claimId"));
    }

    @Test
    void theRulesInForceCanBeRead() throws Exception {
        JsonNode rules = ingest.json("/v1/rules").path("rules");
        assertThat(rules).hasSizeGreaterThan(15);
        assertThat(rules.path(0).path("source").asText()).isNotBlank();
    }

    @Test
    void anIntervalWithoutEnergyMovesTheLedgersCursor() throws Exception {
        TestPlant plant = ingest.plant("PHYS-4", CameraPolicy.NONE);
        Message night = plant.meter().next(0L, 0L);
        ingest.send(night);
        JsonNode interval =
                ingest.awaitInterval(night, 0, node -> node.path("txId").isTextual());
        assertThat(interval.path("status").asText()).isEqualTo("NOTHING_TO_ISSUE");
        assertThat(ingest.peer.issued().values())
                .anyMatch(claim -> claim.deviceId().equals("PHYS-4") && claim.intervalCount() == 2);
    }

    private static void see(TestPlant plant, Message message, int interval) throws Exception {
        var capture = plant.capture(message.statement(), interval);
        ingest.verdict(capture, TestPlant.verdict(ingest.vision, capture, TEN_RPM, List.of()));
    }

    /** The register gains twice what the power, sampled each minute, amounts to. */
    private static Message ahead(TestMeter meter) {
        long start = TestPlant.START.getEpochSecond();
        List<Reading> readings = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            readings.add(new Reading(
                    start + 60L * i,
                    TestPlant.REGISTER + 100_000L * i / 15,
                    200_000 + 7_919L * i % 900,
                    Map.of("wind_ms", 7_000L)));
        }
        Message message = meter.draft(100_000).readings(readings).message();
        meter.follow(message);
        return message;
    }
}
