package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.adapter.modbus.MeterSimulator;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestPlant;
import org.junit.jupiter.api.Test;

/** The poller of the running service against a Modbus TCP server. */
class ModbusDoorTest {
    @Test
    void aMeterOnTheBusIsReadInTimeAndKept() throws Exception {
        try (RunningIngest ingest = RunningIngest.withLongGrace();
                MeterSimulator simulator = new MeterSimulator()) {
            TestPlant plant = ingest.agentPlant(new TestPlant("MB-1", CameraPolicy.NONE), "REVERSE");
            var body = new ObjectMapper().createObjectNode();
            body.put("kind", "MODBUS").put("unit", 1).put("host", "127.0.0.1").put("port", simulator.port());
            body.put("model", 203).put("everySeconds", 1).put("actor", "ida").put("reason", "connected");
            assertThat(ingest.put("/v1/agents/" + plant.meter().meterId() + "/source", body)
                            .status())
                    .isEqualTo(200);
            Patience.await(() -> samples(ingest) >= 2);
            simulator.fallToZero();
            long before = ingest.database.number("select max(register_wh) from agent_sample");
            Thread.sleep(2_500);
            assertThat(ingest.database.number("select min(register_wh) from agent_sample"))
                    .as("a zero that passes is no new beginning")
                    .isGreaterThan(1_000_000);
            simulator.recover();
            Patience.await(() -> ingest.database.number("select max(register_wh) from agent_sample") > before);
            assertThat(ingest.json("/v1/agents")
                            .path("sources")
                            .path(0)
                            .path("kind")
                            .asText())
                    .isEqualTo("MODBUS");
        }
    }

    private static long samples(RunningIngest ingest) {
        return ingest.database.number("select count(*) from agent_sample where door = 'modbus'");
    }
}
