package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A register that begins anew is believed when its exchange was recorded, and only from the recorded value on. */
class MeterExchangeTest {
    private static final long ENERGY_WH = 100_000;
    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        ingest = RunningIngest.withLongGrace();
    }

    @AfterAll
    static void stop() throws Exception {
        ingest.close();
    }

    @Test
    void theNewRegisterGoesOnFromItsRecordedFirstValue() throws Exception {
        TestPlant plant = ingest.plant("XCHG-1", CameraPolicy.REQUIRED);
        TestMeter meter = plant.meter();
        Message last = meter.next(ENERGY_WH);
        ingest.send(last);
        long closing = TestPlant.REGISTER + ENERGY_WH;
        Instant at = TestPlant.START.plusSeconds(900);

        assertThat(ingest.send(fresh(meter, 7)).rule()).isEqualTo("EPOCH_NOT_OPEN");
        assertThat(ingest.post(path(meter), exchange(at, closing - 1, 7)).status())
                .isEqualTo(400);
        assertThat(ingest.post(path(meter), exchange(at, closing, 7))
                        .json()
                        .path("openEpoch")
                        .asInt())
                .isEqualTo(1);
        assertThat(ingest.post(path(meter), exchange(at, closing, 7))
                        .json()
                        .path("openEpoch")
                        .asInt())
                .as("told twice, as by the desk and by the ledger's announcement")
                .isEqualTo(1);
        assertThat(ingest.post(path(meter), exchange(at, closing, 8)).status())
                .as("another exchange while one is open")
                .isEqualTo(400);
        assertThat(ingest.send(fresh(meter, 50_000)).rule()).isEqualTo("REGISTER_DISCONTINUITY");

        Message first = fresh(meter, 7);
        assertThat(ingest.send(first).json().path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(ingest.post(path(meter), exchange(at, closing, 7)).status())
                .as("told again when the new meter has spoken")
                .isEqualTo(200);
        assertThat(ingest.json("/v1/meters/" + meter.meterId() + "/position")
                        .path("epoch")
                        .asInt())
                .isEqualTo(1);
        assertThat(ingest.database.number("select count(*) from meter_exchange where meter_id = 'MTR-XCHG-1'"))
                .isEqualTo(1);
    }

    private static Message fresh(TestMeter meter, long register) {
        return meter.draft(ENERGY_WH)
                .epoch(1)
                .sequence(0)
                .registers(register, register + ENERGY_WH)
                .message();
    }

    private static String path(TestMeter meter) {
        return "/v1/meters/" + meter.meterId() + "/exchange";
    }

    private static ObjectNode exchange(Instant at, long closing, long opening) {
        return new ObjectMapper()
                .createObjectNode()
                .put("actor", "ida")
                .put("reason", "calibration period ended")
                .put("at", at.toString())
                .put("closingRegisterWh", closing)
                .put("openingRegisterWh", opening)
                .put("meterSerial", "B2")
                .put("meterMaker", "Test");
    }
}
