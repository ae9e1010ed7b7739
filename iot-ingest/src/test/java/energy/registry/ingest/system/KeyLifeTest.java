package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.Recordings;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Enrolment, rotation, delegation and revocation through the running service; the measurement's time decides. */
class KeyLifeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final Instant START = TestPlant.START;
    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        ingest = RunningIngest.withLongGrace();
    }

    @AfterAll
    static void stop() throws Exception {
        ingest.close();
    }

    private static RunningIngest.Reply propose(TestPlant plant, String type, String id, Keys keys, Instant from)
            throws Exception {
        ObjectNode body = JSON.createObjectNode();
        body.put("requestId", "r" + REQUESTS.incrementAndGet())
                .put("actor", "greta")
                .put("reason", "new key");
        body.putObject("subject").put("type", type).put("id", id).put("deviceId", plant.deviceId());
        body.put("key", Base64.getEncoder().encodeToString(keys.key().encoded()));
        body.put("validFrom", from.toString());
        return ingest.post("/v1/keys", body);
    }

    private static RunningIngest.Reply decide(RunningIngest.Reply proposed, String decision, String actor)
            throws Exception {
        return ingest.post(
                "/v1/keys/" + proposed.json().path("enrolmentId").asText() + "/decision",
                JSON.createObjectNode()
                        .put("decision", decision)
                        .put("actor", actor)
                        .put("reason", "seen"));
    }

    private static void enrol(TestPlant plant, String type, String id, Keys keys, Instant from) throws Exception {
        RunningIngest.Reply proposed = propose(plant, type, id, keys, from);
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(decide(proposed, "APPROVE", "ida").status()).isEqualTo(200);
    }

    private static RunningIngest.Reply revoke(Keys keys, TestPlant plant, Instant since) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("actor", "ida").put("reason", "as told");
        body.put("deviceId", plant.deviceId());
        if (since != null) {
            body.put("compromisedSince", since.toString());
        }
        return ingest.post("/v1/keys/" + keys.key().id() + "/revocation", body);
    }

    private static Message signed(TestMeter meter, Keys keys) {
        return meter.draft(100_000).signedBy(keys).message();
    }

    @Test
    void aProposalSignsNothingUntilAnotherPersonApprovesIt() throws Exception {
        TestPlant plant = ingest.plant("KEY-NEW", CameraPolicy.NONE);
        TestMeter meter = plant.meter();
        Keys next = Keys.elliptic();
        RunningIngest.Reply proposed = propose(plant, "METER", meter.meterId(), next, START);
        assertThat(proposed.json().path("status").asText()).isEqualTo("PENDING");
        assertThat(proposed.json().path("algorithm").asText()).isEqualTo("secp256r1");
        assertThat(ingest.send(signed(meter, next)).rule()).isEqualTo("KEY_UNKNOWN");

        assertThat(decide(proposed, "APPROVE", "greta").rule()).isEqualTo("PROPOSER_DOES_NOT_DECIDE");
        assertThat(decide(proposed, "APPROVE", "ida").json().path("status").asText())
                .isEqualTo("APPROVED");
        assertThat(decide(proposed, "REJECT", "ida").rule()).isEqualTo("ENROLMENT_IS_PENDING");

        assertThat(ingest.send(signed(meter, next)).status()).isEqualTo(202);
        JsonNode keys = ingest.json("/v1/keys?device=KEY-NEW&status=APPROVED").path("keys");
        assertThat(keys).hasSize(1);
        assertThat(keys.path(0).path("keyId").asText())
                .isEqualTo(next.key().id().toString());
    }

    @Test
    void oldAndNewKeyOverlapAndTheOldOneStillSignsItsLateMeasurements() throws Exception {
        TestPlant plant = ingest.plant("KEY-ROTATE", CameraPolicy.NONE);
        TestMeter meter = plant.meter();
        Keys old = meter.keys();
        Keys next = Keys.edwards();
        enrol(plant, "METER", meter.meterId(), next, START.plusSeconds(900));

        assertThat(ingest.send(signed(meter, next)).rule()).as("too early").isEqualTo("KEY_NOT_VALID_THEN");
        assertThat(ingest.send(meter.next(100_000)).status()).isEqualTo(202);
        Message second = signed(meter, next);
        meter.follow(second);
        assertThat(ingest.send(second).status()).isEqualTo(202);
        assertThat(ingest.send(meter.next(100_000)).status()).as("overlap").isEqualTo(202);

        revoke(old, plant, null);
        assertThat(ingest.send(signed(meter, old)).status())
                .as("retired now, measured before")
                .isEqualTo(202);
    }

    @Test
    void aStolenKeySignsNothingMoreWhateverTimeItWritesAndItsWorkIsNamedForReview() throws Exception {
        TestPlant plant = ingest.plant("KEY-STOLEN", CameraPolicy.NONE);
        TestMeter meter = plant.meter();
        Message before = meter.next(100_000);
        Message after = meter.next(100_000);
        ingest.send(before);
        ingest.send(after);

        RunningIngest.Reply revoked = revoke(meter.keys(), plant, START.plusSeconds(900));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.json().path("toReview"))
                .extracting(JsonNode::asText)
                .containsExactly(after.digest().toString());
        assertThat(ingest.send(meter.next(100_000)).rule()).isEqualTo("KEY_NOT_VALID_THEN");
        assertThat(ingest.send(meter.draft(1).start(START.minusSeconds(900)).message())
                        .rule())
                .isEqualTo("KEY_NOT_VALID_THEN");
    }

    @Test
    void aGatewaySignsForTheMetersItIsDelegatedForAndNoOthers() throws Exception {
        TestPlant one = ingest.plant("KEY-GW-1", CameraPolicy.NONE);
        TestPlant two = ingest.plant("KEY-GW-2", CameraPolicy.NONE);
        TestPlant three = ingest.plant("KEY-GW-3", CameraPolicy.NONE);
        Keys gateway = Keys.edwards();
        enrol(one, "GATEWAY", "gw-nordhang", gateway, START);
        enrol(two, "GATEWAY", "gw-nordhang", gateway, START);

        assertThat(ingest.send(signed(one.meter(), gateway)).status()).isEqualTo(202);
        assertThat(ingest.send(signed(two.meter(), gateway)).status()).isEqualTo(202);
        assertThat(ingest.send(signed(three.meter(), gateway)).rule()).isEqualTo("KEY_UNKNOWN");
    }

    @Test
    void aMetersKeySpeaksForNobodyElse() throws Exception {
        TestPlant one = ingest.plant("KEY-ONE", CameraPolicy.NONE);
        TestPlant two = ingest.plant("KEY-TWO", CameraPolicy.NONE);
        Keys key = Keys.edwards();
        enrol(one, "METER", one.meter().meterId(), key, START);
        assertThat(propose(two, "METER", two.meter().meterId(), key, START).rule())
                .isEqualTo("KEY_OF_OTHER_SUBJECT");
        assertThat(propose(two, "METER", one.meter().meterId(), Keys.edwards(), START)
                        .rule())
                .isEqualTo("METER_OF_OTHER_DEVICE");
        TestPlant nobody = new TestPlant("KEY-NOBODY", CameraPolicy.NONE);
        assertThat(propose(nobody, "METER", "M", Keys.edwards(), START).status())
                .isEqualTo(404);
    }

    @Test
    void enrolmentsOutliveTheService() throws Exception {
        try (RunningIngest restarted = RunningIngest.withLongGrace()) {
            RunningIngest shared = ingest;
            ingest = restarted;
            try {
                TestPlant plant = restarted.plant("KEY-RESTART", CameraPolicy.NONE);
                Keys next = Keys.edwards();
                enrol(plant, "METER", plant.meter().meterId(), next, START);
                restarted.stop();
                restarted.start();
                assertThat(restarted.send(signed(plant.meter(), next)).status()).isEqualTo(202);
            } finally {
                ingest = shared;
            }
        }
    }

    /** A real calibrated meter's key is enrolled, and its file uploaded. */
    @Test
    void aCalibratedMetersOwnRecordsAreEvidenceOnceItsKeyIsEnrolled() throws Exception {
        TestPlant plant = ingest.plant(new TestPlant("KEY-OCMF", CameraPolicy.NONE).since("2010-01-01"));
        byte[] file = Recordings.bytes("ocmf/brainpoolP256r1.xml");
        assertThat(ingest.upload(plant, "auto", file).findings())
                .containsExactly("KEY_NOT_ENROLLED", "KEY_NOT_ENROLLED");
        String hex = new String(file, java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("(?s).*<publicKey>([0-9A-F]+)</publicKey>.*", "$1");
        ObjectNode body = JSON.createObjectNode();
        body.put("requestId", "ocmf").put("actor", "greta").put("reason", "calibrated meter");
        body.putObject("subject").put("type", "METER").put("id", "MTR-KEY-OCMF").put("deviceId", "KEY-OCMF");
        body.put(
                "key",
                Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hex)));
        body.put("validFrom", "2020-01-01T00:00:00Z");
        RunningIngest.Reply proposed = ingest.post("/v1/keys", body);
        assertThat(proposed.json().path("algorithm").asText()).isEqualTo("brainpoolP256r1");
        decide(proposed, "APPROVE", "ida");

        RunningIngest.Reply reply = ingest.upload(plant, "auto", file);

        assertThat(reply.count("accepted")).isEqualTo(2);
        assertThat(reply.count("refused")).isZero();
        assertThat(reply.findings()).containsOnly("NO_EXPORT_REGISTER");
    }
}
