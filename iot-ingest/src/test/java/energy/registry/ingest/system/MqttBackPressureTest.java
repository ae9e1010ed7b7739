package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More than can be decided comes over one line: it waits with its sender, and nothing is lost or cut off. */
class MqttBackPressureTest {
    private static final int MESSAGES = 20_000;

    @Test
    void whatCannotBeCommittedWaitsOnTheLineAndIsAcknowledgedInTheEnd() throws Exception {
        try (RunningIngest ingest = RunningIngest.withLongGrace()) {
            TestMeter meter = ingest.plant("BP-1", CameraPolicy.NONE).meter();
            byte[] body = meter.next(100_000).body();
            ingest.send(body);
            Mqtt3AsyncClient client = MqttClient.builder()
                    .useMqttVersion3()
                    .serverHost("127.0.0.1")
                    .serverPort(ingest.mqttPort())
                    .buildAsync();
            client.connect().get(10, TimeUnit.SECONDS);
            List<CompletableFuture<?>> sent = new ArrayList<>();
            long most = 0;
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
                for (int i = 0; i < 20; i++) {
                    Thread.sleep(100);
                    most = Math.max(most, ingest.metric("ingest_undecided_bytes"));
                }
                assertThat(sent).as("nothing is acknowledged before its commit").noneMatch(CompletableFuture::isDone);
                assertThat(client.getState().isConnected()).isTrue();
                connection.rollback();
            }
            System.out.println("held back: " + most / body.length + " of " + MESSAGES + " messages were taken in");
            assertThat(most).as("the rest waits with the sender").isLessThan((long) MESSAGES * body.length / 2);
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            assertThat(client.getState().isConnected()).isTrue();
            assertThat(ingest.database.number("select count(*) from statement")).isEqualTo(1);
            client.disconnect().get(5, TimeUnit.SECONDS);
        }
    }
}
