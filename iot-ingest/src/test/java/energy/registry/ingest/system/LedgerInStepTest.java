package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ingest accepts the ledger accepts: keys, exchanges and freezes are known to both, by the time of measurement. */
class LedgerInStepTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant SECOND = TestPlant.START.plusSeconds(900);
    private static final long ENERGY_WH = 100_000;

    private RunningIngest ingest;

    @BeforeEach
    void start() throws Exception {
        ingest = RunningIngest.withLongGrace();
    }

    @AfterEach
    void stop() throws Exception {
        ingest.close();
    }

    @Test
    void anApprovedKeyIsWrittenIntoTheRecordAndEachKeyIssuesForItsOwnTime() throws Exception {
        TestPlant plant = ingest.plant("STEP-1", CameraPolicy.NONE);
        TestMeter meter = plant.meter();
        Keys next = Keys.edwards();
        enrol(plant, next, SECOND);
        Message old = meter.next(ENERGY_WH);
        Message early = meter.draft(ENERGY_WH).signedBy(next).message();
        meter.follow(early);
        assertThat(ingest.send(early).json().path("status").asText()).isEqualTo("EARLY");
        assertThat(ingest.send(old).status()).isEqualTo(202);
        ingest.awaitStatus(old, 0, "ISSUED");
        assertThat(code(ingest.awaitStatus(early, 0, "HELD"))).isEqualTo("KEY_NOT_ON_LEDGER");

        ingest.peer.amends = true;
        ingest.database.execute("update ledger_key set next_at = now()");

        ingest.awaitStatus(early, 0, "ISSUED");
        JsonNode amendment = ingest.peer.amendments.values().iterator().next();
        assertThat(amendment.path("effectiveFrom").asText()).isEqualTo(SECOND.toString());
        assertThat(amendment.path("device").path("name").asText())
                .as("the rest as it was")
                .isEqualTo("Test STEP-1");
        assertThat(ingest.json("/v1/keys?device=STEP-1")
                        .path("keys")
                        .path(0)
                        .path("ledger")
                        .path("status")
                        .asText())
                .isEqualTo("DONE");
        assertThat(ingest.send(meter.next(ENERGY_WH)).rule())
                .as("the old key's time is over")
                .isEqualTo("KEY_UNKNOWN");
        assertThat(ingest.peer.issuedCount()).isEqualTo(2);
    }

    @Test
    void anExchangeOnTheLedgerOpensTheNewMetersEpoch() throws Exception {
        TestPlant plant = ingest.plant("STEP-2", CameraPolicy.NONE);
        TestMeter meter = plant.meter();
        ingest.send(meter.next(ENERGY_WH));
        ingest.peer.exchange(meter.meterId(), 1, SECOND, TestPlant.REGISTER + ENERGY_WH, 7);
        Patience.await(() -> position(meter).path("openEpoch").asInt() == 1);

        Message first = meter.draft(ENERGY_WH)
                .epoch(1)
                .sequence(0)
                .registers(7, 7 + ENERGY_WH)
                .message();
        assertThat(ingest.send(first).status()).isEqualTo(202);
        assertThat(position(meter).path("epoch").asInt()).isEqualTo(1);

        ingest.peer.exchange(meter.meterId(), 2, SECOND.plusSeconds(900), 1, 0);
        Patience.await(() ->
                ingest.database.number("select count(*) from announced_exchange where applied_at is not null") == 2);
        assertThat(ingest.database.number("select count(*) from announced_exchange where problem is not null"))
                .as("a closing register that contradicts what was said is named and opens nothing")
                .isEqualTo(1);
        assertThat(position(meter).has("openEpoch")).isFalse();
    }

    @Test
    void whatIsFrozenWaitsAtTheDeskAndIsTriedAgain() throws Exception {
        TestPlant plant = ingest.plant("STEP-3", CameraPolicy.NONE);
        ingest.peer.refuseWith = "SUBJECT_IS_NOT_FROZEN";
        Message message = plant.meter().next(ENERGY_WH);
        ingest.send(message);
        assertThat(code(ingest.awaitStatus(message, 0, "HELD"))).isEqualTo("LEDGER_FROZEN");
        assertThat(ingest.json("/v1/held").path("held")).hasSize(1);
        assertThat(ingest.database.number("select count(*) from interval where due_at > now()"))
                .as("it is tried again by itself")
                .isEqualTo(1);

        ingest.peer.refuseWith = null;
        ingest.database.execute("update interval set due_at = now() where status = 'HELD'");
        ingest.awaitStatus(message, 0, "ISSUED");
    }

    @Test
    void whatAStolenKeySignedAndNobodyClaimedYetIsHeldUntilSomebodyLooked() throws Exception {
        TestPlant plant = ingest.plant("STEP-4", CameraPolicy.ADVISORY);
        TestMeter meter = plant.meter();
        Message before = meter.next(ENERGY_WH);
        Message after = meter.next(ENERGY_WH);
        ingest.send(before);
        ingest.send(after);
        ObjectNode body = JSON.createObjectNode().put("actor", "ida").put("reason", "stolen");
        body.put("deviceId", plant.deviceId()).put("compromisedSince", SECOND.toString());
        assertThat(ingest.post("/v1/keys/" + meter.keys().key().id() + "/revocation", body)
                        .status())
                .isEqualTo(200);
        ingest.database.execute("update interval set grace_until = now(), due_at = now()");

        assertThat(code(ingest.awaitStatus(after, 0, "HELD"))).isEqualTo("KEY_COMPROMISED");
        assertThat(ingest.decide(after, 0, "RELEASE").status()).isEqualTo(200);
        JsonNode issued = ingest.awaitStatus(after, 0, "ISSUED");
        assertThat(ingest.peer
                        .issued()
                        .get(Digest.parse(issued.path("claimId").asText()))
                        .marks())
                .contains("CAMERA_ADVISORY");
    }

    @Test
    void aCamerasEnrolledKeysCanBeReadByWhoChecksItsFootage() throws Exception {
        TestPlant plant = ingest.plant("STEP-5", CameraPolicy.REQUIRED);
        Keys next = Keys.edwards();
        enrol(plant, "CAMERA", "CAM-STEP-5", next, SECOND);
        JsonNode keys = ingest.json("/v1/cameras/CAM-STEP-5/keys").path("keys");
        assertThat(keys).hasSize(1);
        assertThat(keys.path(0).path("key").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(next.key().encoded()));
        assertThat(keys.path(0).path("validFrom").asText()).isEqualTo(SECOND.toString());
    }

    private void enrol(TestPlant plant, Keys keys, Instant from) throws Exception {
        enrol(plant, "METER", plant.meter().meterId(), keys, from);
    }

    private void enrol(TestPlant plant, String type, String id, Keys keys, Instant from) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        body.put("requestId", plant.deviceId()).put("actor", "greta").put("reason", "rotation");
        body.putObject("subject").put("type", type).put("id", id).put("deviceId", plant.deviceId());
        body.put("key", Base64.getEncoder().encodeToString(keys.key().encoded()));
        body.put("validFrom", from.toString());
        String enrolment =
                ingest.post("/v1/keys", body).json().path("enrolmentId").asText();
        ObjectNode decision = JSON.createObjectNode().put("decision", "APPROVE");
        decision.put("actor", "ida").put("reason", "seen");
        assertThat(ingest.post("/v1/keys/" + enrolment + "/decision", decision).status())
                .isEqualTo(200);
    }

    private JsonNode position(TestMeter meter) throws Exception {
        return ingest.json("/v1/meters/" + meter.meterId() + "/position");
    }

    private static String code(JsonNode interval) {
        return interval.path("reasons").path(0).path("code").asText();
    }
}
