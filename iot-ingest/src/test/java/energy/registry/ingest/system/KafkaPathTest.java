package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestBroker;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two services on one database share the meters through a real broker; one leaves, and nothing is lost or doubled. */
@Tag("system")
class KafkaPathTest {
    private static final int METERS = 8;
    private static final int STATEMENTS = 12;
    private static final long ENERGY_WH = 100_000;

    @Test
    void validatorsShareTheMetersAndTakeOverFromEachOther() throws Exception {
        try (TestBroker broker = TestBroker.start()) {
            Map<String, String> settings = Map.of("REGISTRY_INGEST_KAFKA", broker.address());
            RunningIngest first = new RunningIngest(Duration.ofHours(1), settings);
            try (RunningIngest second = first.another()) {
                List<TestMeter> meters = new ArrayList<>();
                for (int i = 0; i < METERS; i++) {
                    TestPlant plant = first.plant("SHARED-" + i, CameraPolicy.REQUIRED);
                    Patience.await(
                            () -> second.get("/v1/meters/" + plant.meter().meterId() + "/position")
                                            .statusCode()
                                    == 200);
                    meters.add(plant.meter());
                }
                Patience.await(
                        () -> first.metric("ingest_log_partitions") > 0 && second.metric("ingest_log_partitions") > 0);
                send(first, second, meters);
                Patience.await(() -> kept(first) == (long) METERS * STATEMENTS);
                assertThat(first.metric("ingest_log_decided"))
                        .as("both have a share")
                        .isPositive();
                assertThat(second.metric("ingest_log_decided")).isPositive();

                first.stop();
                send(second, second, meters);
                Patience.await(() -> kept(second) == 2L * METERS * STATEMENTS);
            }
            assertThat(first.database.number("select count(*) from quarantine")).isZero();
            assertThat(first.database.number("select sum(energy_wh) from interval"))
                    .isEqualTo(2L * METERS * STATEMENTS * ENERGY_WH);
        }
    }

    /** Each message twice, by either door. */
    private static void send(RunningIngest one, RunningIngest other, List<TestMeter> meters) throws Exception {
        for (int i = 0; i < STATEMENTS; i++) {
            for (TestMeter meter : meters) {
                Message message = meter.next(ENERGY_WH);
                assertThat(one.send(message).json().path("status").asText()).isEqualTo("QUEUED");
                if (i % 4 == 0) {
                    other.send(message);
                }
            }
        }
    }

    private static long kept(RunningIngest ingest) {
        return ingest.database.number("select count(*) from statement");
    }
}
