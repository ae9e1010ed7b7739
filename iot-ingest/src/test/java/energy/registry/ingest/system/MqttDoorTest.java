package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MqttDoorTest {
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
    void versionFiveIsAcknowledgedAndAnsweredAndTheAnswerIsRetained() throws Exception {
        TestMeter meter = ingest.plant("MQ-5", CameraPolicy.REQUIRED).meter();
        List<String> answers = new CopyOnWriteArrayList<>();
        Mqtt5AsyncClient client = connect("five");
        listen(client, meter, answers);

        Message message = meter.next(200_000);
        publish(client, meter, message).get(Patience.SECONDS, TimeUnit.SECONDS);

        Patience.await(() -> answers.size() == 1);
        assertThat(answers.get(0)).contains("ACCEPTED", message.digest().toString(), "\"nextSequence\":1");
        List<String> retained = new CopyOnWriteArrayList<>();
        Mqtt5AsyncClient later = connect("later");
        listen(later, meter, retained);
        Patience.await(() -> retained.size() == 1);
        assertThat(retained.get(0)).isEqualTo(answers.get(0));
        client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
        later.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void versionThreeIsAcknowledged() throws Exception {
        TestMeter meter = ingest.plant("MQ-3", CameraPolicy.REQUIRED).meter();
        Mqtt3AsyncClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier("three")
                .serverHost("127.0.0.1")
                .serverPort(ingest.mqttPort())
                .buildAsync();
        client.connect().get(Patience.SECONDS, TimeUnit.SECONDS);
        client.publishWith()
                .topic("registry/v1/statements/" + meter.meterId())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(meter.next(200_000).body())
                .send()
                .get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(accepted(meter)).isEqualTo(1);
        client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void anAcknowledgedStatementIsAlreadyCommitted() throws Exception {
        TestMeter meter = ingest.plant("MQ-COMMIT", CameraPolicy.REQUIRED).meter();
        Mqtt5AsyncClient client = connect("commit");
        for (int i = 1; i <= 20; i++) {
            publish(client, meter, meter.next(100_000)).get(Patience.SECONDS, TimeUnit.SECONDS);
            assertThat(accepted(meter)).isEqualTo(i);
        }
        client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    /** The commit is held up by a lock that another session has on the meter's row. */
    @Test
    void whatIsNotCommittedIsNotAcknowledged() throws Exception {
        TestMeter meter = ingest.plant("MQ-LOCK", CameraPolicy.REQUIRED).meter();
        Mqtt5AsyncClient client = connect("lock");
        publish(client, meter, meter.next(100_000)).get(Patience.SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Mqtt5PublishResult> held;
        try (var connection = ingest.database.dataSource().getConnection();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select * from meter where meter_id = '" + meter.meterId() + "' for update");
            held = publish(client, meter, meter.next(100_000));
            Assertions.assertThatThrownBy(() -> held.get(700, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            connection.rollback();
        }
        held.get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(accepted(meter)).isEqualTo(2);
        client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aStopBetweenCommitAndAcknowledgementLosesAndDoublesNothing() throws Exception {
        try (RunningIngest restarted = RunningIngest.withLongGrace()) {
            TestMeter meter = restarted.plant("MQ-STOP", CameraPolicy.REQUIRED).meter();
            Message unheard = meter.next(100_000);
            restarted.send(unheard); // committed; suppose that the answer was lost with the process
            restarted.stop();
            restarted.start();

            assertThat(restarted.send(unheard).json().path("status").asText()).isEqualTo("DUPLICATE");
            assertThat(restarted.send(meter.next(100_000)).status()).isEqualTo(202);
            assertThat(restarted.database.number("select count(*) from statement"))
                    .isEqualTo(2);
            assertThat(restarted.database.number("select count(*) from interval"))
                    .isEqualTo(2);
        }
    }

    @Test
    void aForgeryIsAcknowledgedAsRefusedAndDoesNotHideTheMetersOwnAnswer() throws Exception {
        TestMeter meter = ingest.plant("MQ-FORGED", CameraPolicy.REQUIRED).meter();
        Mqtt5AsyncClient client = connect("forger");
        publish(client, meter, meter.next(100_000)).get(Patience.SECONDS, TimeUnit.SECONDS);
        publish(client, meter, meter.draft(100_000).signedBy(Keys.edwards()).message())
                .get(Patience.SECONDS, TimeUnit.SECONDS);
        List<String> retained = new CopyOnWriteArrayList<>();
        listen(client, meter, retained);
        Patience.await(() -> retained.size() == 1);
        assertThat(retained.get(0)).contains("ACCEPTED");
        assertThat(accepted(meter)).isEqualTo(1);
        client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private static Mqtt5AsyncClient connect(String id) throws Exception {
        Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(ingest.mqttPort())
                .buildAsync();
        client.connect().get(Patience.SECONDS, TimeUnit.SECONDS);
        return client;
    }

    private static void listen(Mqtt5AsyncClient client, TestMeter meter, List<String> answers) throws Exception {
        client.subscribeWith()
                .topicFilter("registry/v1/answers/" + meter.meterId())
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(answer -> answers.add(new String(answer.getPayloadAsBytes(), StandardCharsets.UTF_8)))
                .send()
                .get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private static CompletableFuture<Mqtt5PublishResult> publish(
            Mqtt5AsyncClient client, TestMeter meter, Message message) {
        return client.publishWith()
                .topic("registry/v1/statements/" + meter.meterId())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.body())
                .send();
    }

    private static long accepted(TestMeter meter) {
        return ingest.database.number("select count(*) from statement where meter_id = '" + meter.meterId() + "'");
    }
}
