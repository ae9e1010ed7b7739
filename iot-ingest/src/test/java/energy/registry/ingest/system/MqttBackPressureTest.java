package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More than can be decided comes over one line: it waits with its sender, and nothing is lost or cut off. */
class MqttBackPressureTest {
    /** Sixty-four MiB in all: four times of what one line may have undecided. */
    private static final int MESSAGES = 800;

    private static final int READINGS = 700;

    /** As many looks without a change, and what is taken in is taken to stand still. */
    private static final int LOOKS = 20;

    @Test
    void whatCannotBeCommittedWaitsOnTheLineAndIsAcknowledgedInTheEnd() throws Exception {
        try (RunningIngest ingest = RunningIngest.withLongGrace()) {
            TestMeter meter = ingest.plant("BP-1", CameraPolicy.NONE).meter();
            byte[] body = meter.draft(100_000).samples(READINGS).message().body();
            ingest.send(body);
            Mqtt3AsyncClient client = MqttClient.builder()
                    .useMqttVersion3()
                    .serverHost("127.0.0.1")
                    .serverPort(ingest.mqttPort())
                    .buildAsync();
            client.connectWith().noKeepAlive().send().get(Patience.SECONDS, TimeUnit.SECONDS);
            List<CompletableFuture<?>> sent = new ArrayList<>();
            long most;
            try (var connection = ingest.database.dataSource().getConnection();
                    var sql = connection.createStatement()) {
                connection.setAutoCommit(false);
                sql.execute("select * from meter where meter_id = '" + meter.meterId() + "' for update");
                for (int i = 0; i < MESSAGES; i++) {
                    sent.add(client.publishWith()
                            .topic("registry/v1/statements/" + meter.meterId())
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(body)
                            .send());
                }
                Patience.await(() -> ingest.metric("ingest_mqtt_lines_held") == 1);
                most = atRest(ingest);
                assertThat(sent).as("nothing is acknowledged before its commit").noneMatch(CompletableFuture::isDone);
                assertThat(client.getState().isConnected()).isTrue();
                connection.rollback();
            }
            System.out.println("held back: " + most / body.length + " of " + MESSAGES + " messages were taken in");
            assertThat(most).as("the rest waits with the sender").isLessThan((long) MESSAGES * body.length / 2);
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(Patience.SECONDS, TimeUnit.SECONDS);
            assertThat(client.getState().isConnected()).isTrue();
            assertThat(ingest.database.number("select count(*) from statement")).isEqualTo(1);
            Patience.await(() -> ingest.metric("ingest_mqtt_lines_held") == 0);
            client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Undecided bytes, once they no longer change. */
    private static long atRest(RunningIngest ingest) throws Exception {
        long last = -1;
        for (int same = 0; same < LOOKS; Thread.sleep(50)) {
            long now = ingest.metric("ingest_undecided_bytes");
            same = now == last ? same + 1 : 0;
            last = now;
        }
        return last;
    }
}
