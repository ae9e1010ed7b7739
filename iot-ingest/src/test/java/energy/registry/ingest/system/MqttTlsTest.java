package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Authority;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The door to the world, with a real TLS client: whose certificate is on the line may speak for its own meters only. */
class MqttTlsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Authority AUTHORITY = new Authority("plants");
    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        ingest = new RunningIngest(
                Duration.ofHours(1), java.util.Map.of(), data -> AUTHORITY.writeDoor(data.resolve("tls")));
    }

    @AfterAll
    static void stop() throws Exception {
        ingest.close();
    }

    private static Mqtt5AsyncClient connect(KeyManagerFactory certificate) throws Exception {
        Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("localhost")
                .serverPort(ingest.mqttTlsPort())
                .sslConfig(MqttClientSslConfig.builder()
                        .trustManagerFactory(AUTHORITY.trust())
                        .keyManagerFactory(certificate)
                        .build())
                .buildAsync();
        client.connect().get(Patience.SECONDS, TimeUnit.SECONDS);
        return client;
    }

    private static void publish(Mqtt5AsyncClient client, Message message) throws Exception {
        client.publishWith()
                .topic("registry/v1/statements/" + message.statement().meterId())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.body())
                .send()
                .get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private static void assertDenied(Mqtt5AsyncClient client, Message message) {
        assertThatThrownBy(() -> publish(client, message))
                .hasRootCauseInstanceOf(Mqtt5PubAckException.class)
                .satisfies(denied -> assertThat(((Mqtt5PubAckException) root(denied))
                                .getMqttMessage()
                                .getReasonCode())
                        .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    private static long accepted(TestMeter meter) {
        return ingest.database.number("select count(*) from statement where meter_id = '" + meter.meterId() + "'");
    }

    @Test
    void aMeterSpeaksForItselfAndForNobodyElse() throws Exception {
        KeyPair pair = Authority.pair();
        TestMeter meter = ingest.plant(new TestPlant("TLS-1", CameraPolicy.NONE, Keys.of(pair)))
                .meter();
        TestMeter other = ingest.plant("TLS-2", CameraPolicy.NONE).meter();
        Mqtt5AsyncClient client = connect(AUTHORITY.client(pair));

        publish(client, meter.next(100_000));
        assertThat(accepted(meter)).isEqualTo(1);

        assertDenied(client, other.next(100_000));
        assertThat(accepted(other)).isZero();
        assertThatThrownBy(() -> client.subscribeWith()
                        .topicFilter("registry/v1/answers/" + other.meterId())
                        .send()
                        .get(Patience.SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(java.util.concurrent.ExecutionException.class);
        client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void whoHasNoCertificateOfTheAuthorityDoesNotGetIn() throws Exception {
        assertThatThrownBy(() -> connect(null)).isInstanceOf(java.util.concurrent.ExecutionException.class);
        KeyManagerFactory foreign = new Authority("others").client(Authority.pair());
        assertThatThrownBy(() -> connect(foreign)).isInstanceOf(java.util.concurrent.ExecutionException.class);
        assertThat(ingest.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aGatewayBringsWhatItsMetersSignedUntilItsKeyIsRevoked() throws Exception {
        TestPlant plant = ingest.plant("TLS-GW", CameraPolicy.NONE);
        KeyPair pair = Authority.pair();
        Keys gateway = Keys.of(pair);
        TestMeter meter = plant.meter();
        Mqtt5AsyncClient client = connect(AUTHORITY.client(pair));
        assertDenied(client, meter.draft(1).message());

        ObjectNode body = JSON.createObjectNode();
        body.put("requestId", "gw").put("actor", "greta").put("reason", "new gateway");
        body.putObject("subject").put("type", "GATEWAY").put("id", "gw-1").put("deviceId", "TLS-GW");
        body.put("key", Base64.getEncoder().encodeToString(gateway.key().encoded()));
        body.put("validFrom", "2026-01-01T00:00:00Z");
        String id = ingest.post("/v1/keys", body).json().path("enrolmentId").asText();
        ObjectNode decision = JSON.createObjectNode()
                .put("decision", "APPROVE")
                .put("actor", "ida")
                .put("reason", "ok");
        ingest.post("/v1/keys/" + id + "/decision", decision);
        publish(client, meter.next(100_000));
        assertThat(accepted(meter)).isEqualTo(1);

        ingest.post("/v1/keys/" + gateway.key().id() + "/revocation", decision);
        assertDenied(client, meter.next(100_000));
        client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
    }
}
