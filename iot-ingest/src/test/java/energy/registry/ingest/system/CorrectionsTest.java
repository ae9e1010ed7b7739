package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter.Draft;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A correction takes the place of what was said, which stays; what was issued on it goes to the desk and to the ledger. */
class CorrectionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Corrections are taken for 62 days. */
    private static final Instant RECENT =
            Instant.ofEpochSecond(Math.floorDiv(Instant.now().getEpochSecond(), 900) * 900 - 10 * 86_400);

    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        ingest = new RunningIngest(Duration.ofHours(1));
    }

    @AfterAll
    static void stop() throws Exception {
        ingest.close();
    }

    @Test
    void whatWasNotClaimedYetIsJudgedAnewAndTheOldStays() throws Exception {
        TestPlant plant = ingest.plant("COR-1", CameraPolicy.REQUIRED);
        Message first = recent(plant, 100_000, 80_000);
        assertThat(ingest.send(first).status()).isEqualTo(202);
        Instant before = Instant.now();
        Message corrected = plant.meter().correctionOf(first, 70_000, 110_000).message();

        assertThat(ingest.correct(first, corrected).status()).isEqualTo(202);

        JsonNode old = ingest.json("/v1/statements/" + first.digest());
        assertThat(old.path("intervals").path(0).path("energyWh").asLong()).isEqualTo(100_000);
        assertThat(old.path("revision").path("supersededBy").asText())
                .isEqualTo(corrected.digest().toString());
        JsonNode now = ingest.json("/v1/statements/" + corrected.digest());
        assertThat(now.path("intervals").path(1).path("energyWh").asLong()).isEqualTo(110_000);
        assertThat(now.path("intervals").path(1).path("status").asText()).isEqualTo("WAITING_FOR_VERDICT");
        assertThat(now.path("revision").path("supersedes").asText())
                .isEqualTo(first.digest().toString());
        assertThat(now.path("revision").path("correctedBy").asText()).isEqualTo("greta");
        assertThat(listed("COR-1", "")).isEqualTo(corrected.digest().toString());
        assertThat(listed("COR-1", "&asKnownAt=" + before))
                .isEqualTo(first.digest().toString());
        assertThat(ingest.database.number("select count(*) from each_reading r join statement s using (statement_id)"
                        + " where s.device_id = 'COR-1'"))
                .as("readings of both")
                .isEqualTo(12);
    }

    @Test
    void whatWasIssuedTooMuchIsBookedOnTheLedgerOnceByTheIssuingBody() throws Exception {
        TestPlant plant = ingest.plant("COR-2", CameraPolicy.NONE);
        Message first = recent(plant, 100_000, 80_000);
        ingest.send(first);
        ingest.awaitStatus(first, 1, "ISSUED");
        Message second = plant.meter().correctionOf(first, 60_000, 80_000).message();
        assertThat(ingest.correct(first, second).status()).isEqualTo(202);
        Message third = plant.meter().correctionOf(second, 50_000, 80_000).message();
        assertThat(ingest.correct(second, third).status()).isEqualTo(202);

        JsonNode interval = ingest.json("/v1/statements/" + third.digest())
                .path("intervals")
                .path(0);
        assertThat(interval.path("status").asText()).isEqualTo("ISSUED");
        assertThat(interval.path("energyWh").asLong()).isEqualTo(50_000);
        JsonNode pending = ingest.json("/v1/over-issues?device=COR-2&status=PENDING");
        assertThat(pending.path("overIssues")).hasSize(1);
        JsonNode over = pending.path("overIssues").path(0);
        assertThat(over.path("overWh").asLong()).as("all of it, said once").isEqualTo(50_000);
        assertThat(ingest.json("/v1/over-issues?device=COR-2&status=REPLACED").path("overIssues"))
                .hasSize(1);

        ingest.peer.loseAnswers.set(1);
        assertThat(decide(over, "BOOK").status()).as("the answer was lost").isEqualTo(503);
        assertThat(decide(over, "BOOK").status()).isEqualTo(200);
        assertThat(decide(over, "BOOK").rule()).isEqualTo("OVER_ISSUE_IS_PENDING");

        assertThat(ingest.peer.corrections.values().stream()
                        .filter(each -> each.path("meterId").asText().equals("MTR-COR-2")))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("overIssuedWh").asLong()).isEqualTo(50_000);
                    assertThat(each.path("start").asText()).isEqualTo(RECENT.toString());
                });
        Message fourth = plant.meter().correctionOf(third, 45_000, 80_000).message();
        ingest.correct(third, fourth);
        assertThat(ingest.json("/v1/over-issues?device=COR-2&status=PENDING")
                        .path("overIssues")
                        .path(0)
                        .path("overWh")
                        .asLong())
                .as("only what is not booked yet")
                .isEqualTo(5_000);
        assertThat(ingest.peer.issuedCount())
                .as("nothing was issued again")
                .isEqualTo(ingest.peer.issued().size());
        assertThat(ingest.database.number("select count(*) from claim where device_id = 'COR-2'"))
                .isEqualTo(1);
    }

    @Test
    void aCorrectionIsSignedForItsPlaceAndWithinWhatWasCounted() throws Exception {
        TestPlant plant = ingest.plant("COR-3", CameraPolicy.REQUIRED);
        Message first = recent(plant, 100_000);
        ingest.send(first);
        var meter = plant.meter();

        assertThat(ingest.correct(
                                first,
                                right(plant, first).signedBy(Keys.edwards()).message())
                        .rule())
                .isEqualTo("KEY_UNKNOWN");
        assertThat(ingest.correct(first, meter.correctionOf(first, 100_001).message())
                        .rule())
                .isEqualTo("CORRECTION_WITHIN_REGISTER");
        assertThat(ingest.correct(first, right(plant, first).sequence(1).message())
                        .rule())
                .isEqualTo("CORRECTION_SAME_PLACE");
        assertThat(ingest.correct(
                                first,
                                right(plant, first)
                                        .start(RECENT.minusSeconds(900))
                                        .message())
                        .rule())
                .isEqualTo("CORRECTION_SAME_PLACE");
        assertThat(ingest.correct(
                                first,
                                right(plant, first)
                                        .previous(energy.registry.domain.encoding.Digest.ZERO)
                                        .message())
                        .rule())
                .isEqualTo("CORRECTION_OF_CURRENT");
        assertThat(ingest.correct(
                                right(plant, first).message(),
                                right(plant, first).message())
                        .status())
                .as("nobody accepted that one")
                .isEqualTo(404);
        assertThat(ingest.database.number("select count(*) from correction k join statement s using (statement_id)"
                        + " where s.device_id = 'COR-3'"))
                .isZero();
        assertThat(ingest.database.number("select count(*) from quarantine where meter_id = 'MTR-COR-3'"))
                .isEqualTo(5);
    }

    @Test
    void aCorrectionAgainIsADuplicateAndAtTheOrdinaryDoorItHoldsNobody() throws Exception {
        TestPlant plant = ingest.plant("COR-4", CameraPolicy.REQUIRED);
        Message first = recent(plant, 100_000);
        ingest.send(first);
        Message corrected = right(plant, first).message();

        assertThat(ingest.send(corrected).rule()).isEqualTo("CORRECTION_HAS_ITS_DOOR");
        assertThat(ingest.correct(first, corrected).status()).isEqualTo(202);
        assertThat(ingest.correct(first, corrected).json().path("status").asText())
                .isEqualTo("DUPLICATE");
        assertThat(ingest.send(first).json().path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(ingest.send(corrected).json().path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(ingest.correct(
                                first, plant.meter().correctionOf(first, 80_000).message())
                        .rule())
                .isEqualTo("CORRECTION_OF_CURRENT");
        var meter = plant.meter();
        meter.follow(first);
        assertThat(ingest.send(meter.next(90_000)).status())
                .as("the chain goes on from what was said first")
                .isEqualTo(202);
    }

    @Test
    void afterTheLateWindowNothingIsCorrected() throws Exception {
        TestPlant plant = ingest.plant("COR-5", CameraPolicy.REQUIRED);
        Message old = plant.meter().draft(100_000).message();
        ingest.send(old);
        assertThat(ingest.correct(old, plant.meter().correctionOf(old, 90_000).message())
                        .rule())
                .isEqualTo("CORRECTION_IN_TIME");
    }

    @Test
    void whatTheAgentStatedTheAgentCorrects() throws Exception {
        TestPlant plant = ingest.agentPlant(new TestPlant("COR-6", CameraPolicy.REQUIRED), "REVERSE");
        String file = "start,end,energy_kwh\n" + RECENT + "," + RECENT.plusSeconds(900) + ",50\n";
        JsonNode uploaded = ingest.upload(plant, "csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .json();
        String stated = uploaded.path("statements").path(0).asText();
        var body = JSON.createObjectNode().put("actor", "greta").put("reason", "read again");
        body.putArray("registersWh").add(0).add(40_000);

        RunningIngest.Reply corrected = ingest.post("/v1/statements/" + stated + "/correction", body);

        assertThat(corrected.status()).isEqualTo(202);
        JsonNode now = ingest.json(
                "/v1/statements/" + corrected.json().path("statementDigest").asText());
        assertThat(now.path("energyWh").asLong()).isEqualTo(40_000);
        assertThat(now.path("signatory").asText()).isEqualTo("METERING_AGENT");
        body.putArray("registersWh").add(0);
        assertThat(ingest.post("/v1/statements/" + stated + "/correction", body).status())
                .isEqualTo(400);
    }

    private static Message recent(TestPlant plant, long... energies) {
        return plant.meter().draft(energies).start(RECENT).message();
    }

    private static Draft right(TestPlant plant, Message of) {
        return plant.meter().correctionOf(of, 90_000);
    }

    private static String listed(String device, String query) throws Exception {
        JsonNode statements =
                ingest.json("/v1/statements?device=" + device + query).path("statements");
        assertThat(statements).hasSize(1);
        return statements.path(0).path("statementDigest").asText();
    }

    private static RunningIngest.Reply decide(JsonNode over, String decision) throws Exception {
        return ingest.post(
                "/v1/over-issues/" + over.path("id").asText() + "/decision",
                JSON.createObjectNode()
                        .put("decision", decision)
                        .put("actor", "ida")
                        .put("reason", "the plant owner's correction is right"));
    }
}
