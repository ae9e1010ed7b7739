package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestPlant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Sparkplug node whose payloads another implementation encodes, against the running service. */
class SparkplugDoorTest {
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        ingest = RunningIngest.withLongGrace();
    }

    @AfterAll
    static void stop() throws Exception {
        ingest.close();
    }

    /** A node with one device, whose export register is told in kWh under an alias. */
    private static final class Node implements AutoCloseable {
        private final String name;
        private final Mqtt3AsyncClient client;
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private int seq;

        Node(String name) throws Exception {
            this.name = name;
            this.client = MqttClient.builder()
                    .useMqttVersion3()
                    .serverHost("127.0.0.1")
                    .serverPort(ingest.mqttPort())
                    .buildAsync();
            client.connect().get(Patience.SECONDS, TimeUnit.SECONDS);
            for (String filter : new String[] {"spBv1.0/wind/NCMD/" + name, "spBv1.0/STATE/registry"}) {
                client.subscribeWith()
                        .topicFilter(filter)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .callback(message -> heard.add(message.getTopic() + " "
                                + new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8)))
                        .send()
                        .get(Patience.SECONDS, TimeUnit.SECONDS);
            }
        }

        void birth(double kiloWattHours, long second) throws Exception {
            seq = 0;
            publish(
                    "NBIRTH/" + name,
                    List.of(new Metric.MetricBuilder("bdSeq", MetricDataType.Int64, 1L).createMetric()));
            publish(
                    "DBIRTH/" + name + "/WTG1",
                    List.of(
                            metric(kiloWattHours, second, false)
                                    .name("Energy/Export")
                                    .createMetric(),
                            new Metric.MetricBuilder("Serial", MetricDataType.String, "A1")
                                    .alias(8L)
                                    .createMetric()));
        }

        void data(double kiloWattHours, long second, boolean historical) throws Exception {
            publish(
                    "DDATA/" + name + "/WTG1",
                    List.of(metric(kiloWattHours, second, historical).createMetric()));
        }

        void skip(int numbers) {
            seq = (seq + numbers) % 256;
        }

        private static Metric.MetricBuilder metric(double value, long second, boolean historical) {
            Metric.MetricBuilder builder = new Metric.MetricBuilder(7L, MetricDataType.Double, value)
                    .timestamp(Date.from(Instant.ofEpochSecond(second)));
            return historical ? builder.isHistorical(true) : builder;
        }

        private void publish(String topic, List<Metric> metrics) throws Exception {
            SparkplugBPayload payload = new SparkplugBPayload.SparkplugBPayloadBuilder((long) seq)
                    .setTimestamp(new Date())
                    .addMetrics(metrics)
                    .createPayload();
            seq = (seq + 1) % 256;
            client.publishWith()
                    .topic("spBv1.0/wind/" + topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(new SparkplugBPayloadEncoder().getBytes(payload, false))
                    .send()
                    .get(Patience.SECONDS, TimeUnit.SECONDS);
        }

        long rebirths() {
            return heard.stream()
                    .filter(text -> text.contains("Node Control/Rebirth"))
                    .count();
        }

        @Override
        public void close() throws Exception {
            client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
        }
    }

    private static TestPlant plant(String id) throws Exception {
        TestPlant plant = ingest.agentPlant(new TestPlant(id, CameraPolicy.NONE), "REVERSE");
        var body = new ObjectMapper().createObjectNode();
        body.put("kind", "SPARKPLUG").put("group", "wind").put("node", id).put("device", "WTG1");
        body.put("metric", "Energy/Export")
                .put("unit", "KWH")
                .put("actor", "ida")
                .put("reason", "connected");
        assertThat(ingest.put("/v1/agents/" + plant.meter().meterId() + "/source", body)
                        .status())
                .isEqualTo(200);
        return plant;
    }

    private static List<Long> energies(String deviceId) throws Exception {
        List<Long> energies = new ArrayList<>();
        try (var connection = ingest.database.dataSource().getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(
                        "select energy_wh from interval where device_id = '" + deviceId + "' order by start_at")) {
            while (rows.next()) {
                energies.add(rows.getLong(1));
            }
        }
        return energies;
    }

    @Test
    void registersUnderAnAliasBecomeIntervalsAcrossTheWrapOfTheSequence() throws Exception {
        plant("SP-1");
        try (Node node = new Node("SP-1")) {
            Patience.await(() ->
                    node.heard.stream().anyMatch(text -> text.startsWith("spBv1.0/STATE/registry {\"online\":true")));
            node.birth(1_000.0, START);
            for (int i = 1; i <= 300; i++) {
                node.data(1_000.0 + i, START + i * 9L, false);
            }
            assertThat(energies("SP-1"))
                    .as("three quarters of an hour, in whole Wh")
                    .containsExactly(100_000L, 100_000L, 100_000L);
            assertThat(node.rebirths()).isZero();
        }
        assertThat(ingest.database.number("select count(*) from statement where device_id = 'SP-1'"
                        + " and signatory = 'METERING_AGENT' and origin = 'RECORDING'"))
                .isPositive();
    }

    @Test
    void aHoleInTheSequenceAsksForARebirthAndHistoryFillsIt() throws Exception {
        plant("SP-2");
        try (Node node = new Node("SP-2")) {
            node.birth(500.0, START);
            node.data(500.4, START + 800, false);
            node.skip(3);
            node.data(501.2, START + 1_850, false);
            Patience.await(() -> node.rebirths() == 1);
            assertThat(energies("SP-2"))
                    .as("the samples are too far apart to say")
                    .isEmpty();

            node.birth(501.2, START + 1_850);
            node.data(500.6, START + 900, true);
            node.data(501.0, START + 1_800, true);
            assertThat(energies("SP-2")).containsExactly(600L, 400L);
        }
    }

    @Test
    void dataWithoutABirthAsksForOneAndNoiseIsPassedOver() throws Exception {
        plant("SP-3");
        try (Node node = new Node("SP-3")) {
            node.data(1.0, START, false);
            Patience.await(() -> node.rebirths() == 1);
            node.client
                    .publishWith()
                    .topic("spBv1.0/wind/DDATA/SP-3/WTG1")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(new byte[] {-1, -1, -1, -1, 7})
                    .send()
                    .get(Patience.SECONDS, TimeUnit.SECONDS);
            assertThat(energies("SP-3")).isEmpty();
            assertThat(ingest.database.number("select count(*) from agent_sample where meter_id = 'MTR-SP-3'"))
                    .isZero();
        }
    }

    @Test
    void aDeviceThatSignsForItselfIsNotSpokenFor() throws Exception {
        ingest.plant("SP-OWN", CameraPolicy.NONE);
        var body = new ObjectMapper().createObjectNode();
        body.put("kind", "SPARKPLUG").put("group", "wind").put("node", "SP-OWN").put("device", "WTG1");
        body.put("metric", "Energy/Export").put("unit", "KWH").put("actor", "x").put("reason", "y");
        ingest.put("/v1/agents/MTR-SP-OWN/source", body);
        try (Node node = new Node("SP-OWN")) {
            node.birth(1.0, START);
            node.data(2.0, START + 900, false);
        }
        assertThat(energies("SP-OWN")).isEmpty();
    }
}
