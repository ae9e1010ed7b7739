package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    /** At 10 rpm the curve says 400 to 600 kW. */
    private static final long TEN_RPM = 10_000_000;

    private static final long FITS_WH = 125_000;
    private static final long TOO_MUCH_WH = 300_000;
    private static final AtomicInteger DEVICES = new AtomicInteger();
    private static RunningIngest ingest;

    private TestPlant plant;
    private TestMeter meter;

    @BeforeAll
    static void start() throws Exception {
        ingest = RunningIngest.withLongGrace();
    }

    @AfterAll
    static void stop() throws Exception {
        ingest.close();
    }

    @BeforeEach
    void register() throws Exception {
        plant = ingest.plant("TUR-" + DEVICES.incrementAndGet(), CameraPolicy.REQUIRED);
        meter = plant.meter();
    }

    @Test
    void aStatementThatItsFootageSupportsBecomesOneCertificate() throws Exception {
        Message message = meter.next(FITS_WH);
        ingest.send(message);
        ingest.awaitStatus(message, 0, "WAITING_FOR_VERDICT");

        see(message, 0, TEN_RPM);

        JsonNode interval = ingest.awaitStatus(message, 0, "ISSUED");
        assertThat(interval.path("finding").asText()).isEqualTo("CONSISTENT");
        assertThat(interval.path("certificateId").asText()).startsWith(plant.deviceId());
        assertThat(interval.path("verdicts").path(0).path("milliRpm").asLong()).isEqualTo(10_000);
        GenerationClaim claim = claim(interval);
        assertThat(claim.marks()).contains("SIMULATION");
        assertThat(claim.finding()).isEqualTo(CameraFinding.CONSISTENT);
    }

    @Test
    void footageThatContradictsTheMeterHoldsTheInterval() throws Exception {
        Message message = meter.next(TOO_MUCH_WH);
        see(message, 0, TEN_RPM);
        ingest.send(message);

        JsonNode interval = ingest.awaitStatus(message, 0, "HELD");

        assertThat(interval.path("finding").asText()).isEqualTo("INCONSISTENT");
        JsonNode reason = interval.path("reasons").path(0);
        assertThat(reason.path("code").asText()).isEqualTo("ENERGY_ABOVE_ENVELOPE");
        assertThat(reason.path("text").asText())
                .contains(
                        "300000 Wh",
                        "10.00 rpm",
                        interval.path("envelope").path("maxWh").asText());
        assertThat(reason.path("remedy").asText()).isNotEmpty();
        assertThat(held()).contains(message.digest().toString());
    }

    @Test
    void releaseIsRefusedWhileTheEvidenceContradictsAndPossibleWithMore() throws Exception {
        Message message = meter.next(TOO_MUCH_WH);
        see(message, 0, TEN_RPM);
        ingest.send(message);
        ingest.awaitStatus(message, 0, "HELD");

        assertThat(ingest.decide(message, 0, "RELEASE").rule()).isEqualTo("EVIDENCE_SUPPORTS_ENERGY");
        for (int i = 0; i < 4; i++) {
            see(message, 0, 13_000_000);
        }
        assertThat(ingest.decide(message, 0, "RELEASE").status()).isEqualTo(200);

        JsonNode interval = ingest.awaitStatus(message, 0, "ISSUED");
        assertThat(interval.path("decisions")).hasSize(2);
        assertThat(interval.path("decisions").path(0).path("actor").asText()).isEqualTo("ida");
        assertThat(interval.path("decisions").path(0).path("outcome").asText()).isEqualTo("HELD");
    }

    @Test
    void aRejectedIntervalIsClosed() throws Exception {
        Message message = meter.next(TOO_MUCH_WH);
        see(message, 0, TEN_RPM);
        ingest.send(message);
        ingest.awaitStatus(message, 0, "HELD");

        assertThat(ingest.decide(message, 0, "REJECT").status()).isEqualTo(200);

        ingest.awaitStatus(message, 0, "REJECTED");
        assertThat(ingest.decide(message, 0, "RELEASE").rule()).isEqualTo("INTERVAL_IS_HELD");
        assertThat(ingest.decide(message, 0, "MAYBE").status()).isEqualTo(400);
        assertThat(held()).doesNotContain(message.digest().toString());
    }

    @Test
    void lessThanTheRotorSuggestsIsMarkedNotHeld() throws Exception {
        Message message = meter.next(1_000);
        see(message, 0, TEN_RPM);
        ingest.send(message);

        JsonNode interval = ingest.awaitStatus(message, 0, "ISSUED");

        assertThat(interval.path("envelope").path("minWh").asLong()).isZero();
        assertThat(claim(interval).marks()).contains("ENERGY_BELOW_ENVELOPE");
    }

    @Test
    void untrustedFootageAndUnseenRotorsHoldTheInterval() throws Exception {
        Message untrusted = meter.next(FITS_WH);
        SignedRecord capture = plant.capture(untrusted.statement(), 0);
        ingest.verdict(capture, TestPlant.verdict(ingest.vision, capture, TEN_RPM, List.of("FROZEN")));
        ingest.send(untrusted);
        Message unseen = meter.next(FITS_WH);
        see(unseen, 0, -1);
        ingest.send(unseen);

        assertThat(code(ingest.awaitStatus(untrusted, 0, "HELD"))).isEqualTo("FOOTAGE_NOT_TRUSTED");
        assertThat(code(ingest.awaitStatus(unseen, 0, "HELD"))).isEqualTo("ROTOR_SPEED_UNKNOWN");
    }

    @Test
    void aClipIsEvidenceOnce() throws Exception {
        Message first = meter.next(FITS_WH);
        Message second = meter.next(FITS_WH);
        for (Message each : List.of(first, second)) {
            SignedRecord capture = plant.capture(each.statement(), 0, "the same bytes " + plant.deviceId());
            ingest.verdict(capture, TestPlant.verdict(ingest.vision, capture, TEN_RPM, List.of()));
            ingest.send(each);
        }
        ingest.awaitStatus(first, 0, "ISSUED");
        assertThat(code(ingest.awaitStatus(second, 0, "HELD"))).isEqualTo("CLIP_REUSED");
    }

    @Test
    void aRunOfIntervalsBecomesOneClaimAroundTheHeldOne() throws Exception {
        Message run = meter.next(FITS_WH, FITS_WH, TOO_MUCH_WH, 0, FITS_WH);
        for (int i = 0; i < 5; i++) {
            see(run, i, TEN_RPM);
        }
        ingest.send(run);

        JsonNode first = ingest.awaitStatus(run, 0, "ISSUED");
        JsonNode second = ingest.awaitStatus(run, 1, "ISSUED");
        ingest.awaitStatus(run, 2, "HELD");
        ingest.awaitStatus(run, 3, "NOTHING_TO_ISSUE");
        JsonNode last = ingest.awaitStatus(run, 4, "ISSUED");
        assertThat(first.path("claimId")).isEqualTo(second.path("claimId"));
        assertThat(first.path("claimId")).isNotEqualTo(last.path("claimId"));
    }

    @Test
    void aDeviceWithoutCameraIsIssuedUnderItsCapacity() throws Exception {
        TestPlant blind = ingest.plant("PV-1", CameraPolicy.NONE);
        Message message = blind.meter().next(FITS_WH);
        ingest.send(message);

        JsonNode interval = ingest.awaitStatus(message, 0, "ISSUED");

        assertThat(interval.path("finding").asText()).isEqualTo("ABSENT");
        assertThat(interval.path("envelope").path("maxWh").asLong()).isEqualTo(522_751);
    }

    @Test
    void anEstimateIsNeverIssued() throws Exception {
        Message message = meter.draft(FITS_WH).quality(Quality.ESTIMATED).message();
        see(message, 0, TEN_RPM);
        ingest.send(message);
        assertThat(code(ingest.awaitStatus(message, 0, "HELD"))).isEqualTo("QUALITY_ESTIMATED");
    }

    @Test
    void aLostAnswerIsAskedForAgainAndIssuesOnce() throws Exception {
        int before = ingest.peer.issuedCount();
        ingest.peer.loseAnswers.set(2);
        Message message = meter.next(FITS_WH);
        see(message, 0, TEN_RPM);
        ingest.send(message);

        ingest.awaitStatus(message, 0, "ISSUED");

        assertThat(ingest.peer.issuedCount()).isEqualTo(before + 1);
    }

    @Test
    void theLedgersRefusalIsShownWithItsRule() throws Exception {
        ingest.peer.refuseWith = "INTERVAL_NOT_YET_ISSUED";
        Message message = meter.next(FITS_WH);
        see(message, 0, TEN_RPM);
        ingest.send(message);

        JsonNode interval = ingest.awaitStatus(message, 0, "REFUSED");
        ingest.peer.refuseWith = null;

        assertThat(code(interval)).isEqualTo("INTERVAL_NOT_YET_ISSUED");
    }

    @Test
    void withoutTheCountersignatureNothingIsSent() throws Exception {
        ingest.peer.refuseCountersignature = true;
        Message message = meter.next(FITS_WH);
        see(message, 0, TEN_RPM);
        ingest.send(message);

        JsonNode interval = ingest.awaitStatus(message, 0, "HELD");
        ingest.peer.refuseCountersignature = false;
        assertThat(code(interval)).isEqualTo("COUNTERSIGNATURE_REFUSED");

        ingest.decide(message, 0, "RELEASE");
        ingest.awaitStatus(message, 0, "ISSUED");
    }

    @Test
    void verdictsThatAreNotTheVerifiersAreRefused() throws Exception {
        Message message = meter.next(FITS_WH);
        SignedRecord capture = plant.capture(message.statement(), 0);
        assertThat(ingest.verdict(capture, TestPlant.verdict(Keys.edwards(), capture, TEN_RPM, List.of()))
                        .rule())
                .isEqualTo("VERDICT_SIGNATURE_INVALID");
        SignedRecord forged = Keys.edwards().sign(capture.record());
        assertThat(ingest.verdict(forged, TestPlant.verdict(ingest.vision, forged, TEN_RPM, List.of()))
                        .rule())
                .isEqualTo("CAPTURE_SIGNATURE_INVALID");
        SignedRecord other = plant.capture(message.statement(), 0);
        assertThat(ingest.verdict(other, TestPlant.verdict(ingest.vision, capture, TEN_RPM, List.of()))
                        .rule())
                .isEqualTo("CAPTURE_MISMATCH");
    }

    @Test
    void theEvidenceHashesToTheClaim() throws Exception {
        Message message = meter.next(FITS_WH);
        see(message, 0, TEN_RPM);
        see(message, 0, TEN_RPM + 10_000);
        ingest.send(message);
        JsonNode interval = ingest.awaitStatus(message, 0, "ISSUED");

        JsonNode evidence =
                ingest.json("/v1/evidence/" + interval.path("claimId").asText());

        GenerationClaim claim =
                SignedClaim.decode(bytes(evidence.path("claim"))).claim();
        List<byte[]> leaves = new ArrayList<>();
        leaves.add(claim.signedStatement().encode());
        for (JsonNode each : evidence.path("verdicts")) {
            SignedRecord verdict = SignedRecord.decode(bytes(each.path("verdict")));
            leaves.add(verdict.encode());
            assertThat(Digest.sha(bytes(each.path("record"))))
                    .isEqualTo(VisionVerdict.decode(verdict.record()).record());
        }
        assertThat(leaves).hasSize(3);
        assertThat(MerkleTree.over(leaves).root()).isEqualTo(claim.evidenceRoot());
        List<byte[]> readings = new ArrayList<>();
        evidence.path("readings").forEach(reading -> readings.add(bytes(reading)));
        assertThat(MerkleTree.over(readings).root()).isEqualTo(claim.statement().readingsRoot());
    }

    @Test
    void aMissingVerdictHoldsAfterTheGraceAndIsLookedAtAgainWhenItComes() throws Exception {
        try (RunningIngest hasty = new RunningIngest(Duration.ofSeconds(1))) {
            TestPlant late = hasty.plant("TUR-LATE", CameraPolicy.REQUIRED);
            Message message = late.meter().next(FITS_WH);
            hasty.send(message);
            assertThat(code(hasty.awaitStatus(message, 0, "HELD"))).isEqualTo("VERDICT_MISSING");

            SignedRecord capture = late.capture(message.statement(), 0);
            hasty.verdict(capture, TestPlant.verdict(hasty.vision, capture, TEN_RPM, List.of()));

            hasty.awaitStatus(message, 0, "ISSUED");
        }
    }

    private void see(Message message, int interval, long microRpm) throws Exception {
        SignedRecord capture = plant.capture(message.statement(), interval);
        SignedRecord verdict = TestPlant.verdict(ingest.vision, capture, microRpm, List.of());
        assertThat(ingest.verdict(capture, verdict).status()).isEqualTo(202);
    }

    private GenerationClaim claim(JsonNode interval) {
        return ingest.peer.issued().get(Digest.parse(interval.path("claimId").asText()));
    }

    private static String code(JsonNode interval) {
        return interval.path("reasons").path(0).path("code").asText();
    }

    private static String held() throws Exception {
        return ingest.get("/v1/held?limit=1000").body();
    }

    private static byte[] bytes(JsonNode node) {
        return Base64.getDecoder().decode(node.asText());
    }
}
