package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.Reading;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementIntakeTest {
    private static final AtomicInteger DEVICES = new AtomicInteger();
    private static RunningIngest ingest;

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
        meter = ingest.plant("WTG-" + DEVICES.incrementAndGet(), CameraPolicy.REQUIRED)
                .meter();
    }

    @Test
    void aRightStatementIsKeptWithItsBytesAndReadings() throws Exception {
        Message message = meter.next(200_000);

        RunningIngest.Reply reply = ingest.send(message);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(reply.json().path("statementDigest").asText())
                .isEqualTo(message.digest().toString());
        assertThat(reply.json().path("nextSequence").asLong()).isEqualTo(1);
        String mine = " from statement s join envelope e on e.envelope_id = s.statement_id where s.meter_id = '"
                + meter.meterId() + "'";
        assertThat(ingest.database.number("select count(*)" + mine)).isEqualTo(1);
        assertThat(ingest.database.number("select length(e.bytes)" + mine)).isEqualTo(message.body().length);
        assertThat(ingest.database.number("select count(*) from each_reading r join statement s using (statement_id)"
                        + " where s.meter_id = '" + meter.meterId() + "'"))
                .isEqualTo(3);
    }

    @Test
    void theSameStatementAgainIsAnsweredAgainAndKeptOnce() throws Exception {
        Message message = meter.next(200_000);
        ingest.send(message);

        RunningIngest.Reply again = ingest.send(message);

        assertThat(again.json().path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(again.json().path("statementDigest").asText())
                .isEqualTo(message.digest().toString());
        assertThat(statements()).isEqualTo(1);
    }

    @Test
    void theSameWordWithAnotherValidSignatureIsADuplicate() throws Exception {
        TestPlant plant = ingest.plant(new TestPlant("WTG-EC", CameraPolicy.REQUIRED, Keys.elliptic()));
        TestMeter elliptic = plant.meter();
        Message first = elliptic.draft(200_000).message();
        Message resigned = elliptic.draft(200_000).message();
        assertThat(first.digest()).isNotEqualTo(resigned.digest());

        assertThat(ingest.send(first).status()).isEqualTo(202);
        RunningIngest.Reply again = ingest.send(resigned);

        assertThat(again.json().path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(again.json().path("statementDigest").asText())
                .isEqualTo(first.digest().toString());
    }

    @Test
    void anotherWordUnderAUsedNumberHoldsTheMeter() throws Exception {
        ingest.send(meter.draft(200_000).message());

        assertThat(ingest.send(meter.draft(210_000).message()).rule()).isEqualTo("EQUIVOCATION");

        Message right = meter.draft(200_000).message();
        meter.follow(right);
        assertThat(ingest.send(meter.next(100_000)).rule()).isEqualTo("DEVICE_HELD");
    }

    @Test
    void aForeignSignatureIsRefusedAndQuarantined() throws Exception {
        Message forged = meter.draft(200_000).signedBy(Keys.edwards()).message();
        assertThat(ingest.send(forged).rule()).isEqualTo("KEY_UNKNOWN");

        byte[] tampered = new String(meter.draft(200_000).message().body(), StandardCharsets.UTF_8)
                .replaceFirst("\"signature\":\"....", "\"signature\":\"AAAA")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(ingest.send(tampered).rule()).isEqualTo("SIGNATURE_INVALID");

        assertThat(statements()).isZero();
        assertThat(ingest.database.number("select count(*) from quarantine where meter_id = '" + meter.meterId() + "'"))
                .isEqualTo(2);
    }

    @Test
    void anOverlappingIntervalIsRefused() throws Exception {
        ingest.send(meter.next(200_000));
        assertThat(ingest.send(meter.draft(1_000).start(TestPlant.START).message())
                        .rule())
                .isEqualTo("INTERVAL_OVERLAP");
    }

    @Test
    void aRegisterThatDoesNotGoOnIsRefused() throws Exception {
        ingest.send(meter.next(200_000));
        long at = TestPlant.REGISTER + 200_000;
        assertThat(ingest.send(meter.draft(0).registers(at + 5, at + 100).message())
                        .rule())
                .isEqualTo("REGISTER_DISCONTINUITY");
        assertThat(ingest.send(meter.draft(0).registers(at - 5, at + 100).message())
                        .rule())
                .isEqualTo("REGISTER_DISCONTINUITY");
    }

    @Test
    void aRegisterThatFallsIsRefused() throws Exception {
        Message falling = meter.draft(0)
                .registers(5_000, 6_000, 5_500)
                .readings(List.of())
                .message();
        assertThat(ingest.send(falling).rule()).isEqualTo("REGISTER_FALLS");
    }

    @Test
    void readingsThatWereNotSignedAreRefused() throws Exception {
        Message other = meter.draft(200_000).root(Digest.sha(new byte[] {1})).message();
        assertThat(ingest.send(other).rule()).isEqualTo("READINGS_ROOT");
    }

    @Test
    void readingsOffTheRegisterAreRefused() throws Exception {
        long start = TestPlant.START.getEpochSecond();
        Reading above = new Reading(start + 300, TestPlant.REGISTER + 300_000, 1, Map.of());
        assertThat(ingest.send(meter.draft(200_000).readings(List.of(above)).message())
                        .rule())
                .isEqualTo("READINGS_OFF_REGISTER");
        Reading outside = new Reading(start + 901, TestPlant.REGISTER, 1, Map.of());
        assertThat(ingest.send(meter.draft(200_000).readings(List.of(outside)).message())
                        .rule())
                .isEqualTo("READINGS_OUT_OF_PERIOD");
    }

    @Test
    void moreThanTheCapacityIsRefusedAndTheLimitItselfIsNot() throws Exception {
        long limit = 2_050_000L * 102 / 100 / 4 + 1;
        assertThat(ingest.send(meter.draft(limit + 1).message()).rule()).isEqualTo("CAPACITY_EXCEEDED");
        assertThat(ingest.send(meter.draft(limit).message()).status()).isEqualTo(202);
    }

    @Test
    void timeThatHasNotPassedAndTimeBeforeOperationAreRefused() throws Exception {
        Instant tomorrow = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 900 * 900 + 86_400);
        assertThat(ingest.send(meter.draft(10).start(tomorrow).message()).rule())
                .isEqualTo("FUTURE_TIME");
        Instant before = Instant.parse("2019-04-30T00:00:00Z");
        assertThat(ingest.send(meter.draft(10).start(before).message()).rule()).isEqualTo("BEFORE_OPERATION");
    }

    @Test
    void aBrokenChainIsRefusedAndThePositionTellsWhereToResume() throws Exception {
        ingest.send(meter.next(200_000));
        assertThat(ingest.send(meter.draft(100).previous(Digest.ZERO).message()).rule())
                .isEqualTo("CHAIN_BROKEN");
        var position = ingest.json("/v1/meters/" + meter.meterId() + "/position");
        assertThat(position.path("nextSequence").asLong()).isEqualTo(1);
        assertThat(position.path("registerWh").asLong()).isEqualTo(TestPlant.REGISTER + 200_000);
        assertThat(position.path("lastEnd").asText()).isEqualTo("2026-01-01T00:15:00Z");
    }

    @Test
    void aGapIsAcceptedWithAFindingBecauseTheRegisterBridgesIt() throws Exception {
        ingest.send(meter.next(200_000));
        long at = TestPlant.REGISTER + 200_000;
        Message later = meter.draft(0)
                .start(TestPlant.START.plusSeconds(3_600))
                .registers(at + 1_000_000, at + 1_100_000)
                .message();

        RunningIngest.Reply reply = ingest.send(later);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().path("findings").path(0).path("rule").asText()).isEqualTo("TIME_GAP");
    }

    @Test
    void aNewEpochNeedsTheIssuingBody() throws Exception {
        ingest.send(meter.next(200_000));
        Message fresh = meter.draft(0).epoch(1).sequence(0).registers(0, 50_000).message();
        assertThat(ingest.send(fresh).rule()).isEqualTo("EPOCH_NOT_OPEN");

        byte[] why = "{\"actor\":\"ida\",\"reason\":\"meter exchanged\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(ingest.post("/v1/meters/" + meter.meterId() + "/epoch", why).status())
                .isEqualTo(200);

        assertThat(ingest.send(fresh).status()).isEqualTo(202);
    }

    @Test
    void statementsThatOvertakeWaitForTheirPredecessor() throws Exception {
        List<Message> day = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            day.add(meter.next(100_000 + i));
        }
        assertThat(ingest.send(day.get(2)).json().path("status").asText()).isEqualTo("EARLY");
        assertThat(ingest.send(day.get(3)).json().path("status").asText()).isEqualTo("EARLY");
        assertThat(ingest.send(day.get(1)).json().path("status").asText()).isEqualTo("EARLY");
        assertThat(ingest.send(day.get(3)).json().path("status").asText()).isEqualTo("EARLY");

        RunningIngest.Reply first = ingest.send(day.get(0));

        assertThat(first.json().path("nextSequence").asLong()).isEqualTo(4);
        assertThat(statements()).isEqualTo(4);
        assertThat(ingest.database.number("select count(*) from early")).isZero();
    }

    @Test
    void whatIsNoStatementIsRefusedWithTheFieldNamed() throws Exception {
        assertThat(ingest.send("not json".getBytes(StandardCharsets.UTF_8)).rule())
                .isEqualTo("ENVELOPE_MALFORMED");
        RunningIngest.Reply unknown = ingest.send("{\"statment\":\"\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(unknown.json().path("field").asText()).isEqualTo("statment");
        String deep = "[".repeat(100_000);
        assertThat(ingest.send(("{\"readings\":" + deep).getBytes(StandardCharsets.UTF_8))
                        .rule())
                .isEqualTo("ENVELOPE_MALFORMED");
        assertThat(ingest.send(new byte[(1 << 20) + 10]).rule()).isEqualTo("ENVELOPE_TOO_LARGE");
        TestMeter stranger = new TestMeter("MTR-NOBODY", Keys.edwards(), TestPlant.START, 0);
        assertThat(ingest.send(stranger.next(1)).rule()).isEqualTo("METER_UNKNOWN");
    }

    private long statements() {
        return ingest.database.number("select count(*) from statement where meter_id = '" + meter.meterId() + "'");
    }
}
