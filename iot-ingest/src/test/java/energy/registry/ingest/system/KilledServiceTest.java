package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.adapter.crypto.ClaimKey;
import energy.registry.ingest.fixture.DeafProxy;
import energy.registry.ingest.fixture.IngestProcess;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.Peer;
import energy.registry.ingest.fixture.TestDatabase;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service of its own process on a real PostgreSQL, killed by kill -9: nothing is lost, nothing is doubled. */
@Tag("system")
class KilledServiceTest {
    private static final long ENERGY_WH = 100_000;
    private static final int STATEMENTS = 40;

    private final Keys vision = Keys.edwards();
    private Peer peer;
    private TestDatabase database;
    private IngestProcess service;
    private TestMeter meter;

    @BeforeEach
    void start() throws Exception {
        peer = new Peer(vision);
        database = TestDatabase.fresh();
        service = new IngestProcess(database, peer);
        service.start();
        TestPlant plant = new TestPlant("KILLED-1", CameraPolicy.NONE);
        peer.register(plant.device(ClaimKey.in(service.keys()).key(), vision.key()));
        meter = plant.meter();
        Patience.await(() -> service.status("/v1/meters/" + meter.meterId() + "/position") == 200);
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        peer.close();
    }

    @Test
    void whatWasCommittedAndNotAcknowledgedIsKeptOnce() throws Exception {
        List<Message> stream = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            stream.add(meter.next(ENERGY_WH));
        }
        try (DeafProxy line = new DeafProxy(service.httpPort() - 91 + 1_883 - 8_000)) {
            List<Message> first = stream.subList(0, STATEMENTS / 2);
            line.deaf(false);
            Mqtt3AsyncClient client = connect(line, "first");
            line.deaf(true);
            List<CompletableFuture<?>> unanswered = publish(client, first);
            Patience.await(() -> kept() == first.size());
            assertThat(unanswered).noneMatch(CompletableFuture::isDone);

            service.kill();
            service.start();
            line.deaf(false);
            Mqtt3AsyncClient again = connect(line, "again");
            for (CompletableFuture<?> each : publish(again, stream)) {
                each.get(Patience.SECONDS, TimeUnit.SECONDS);
            }
            again.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
        }
        assertThat(kept()).isEqualTo(STATEMENTS);
        assertThat(database.number("select count(distinct sequence) from statement"))
                .isEqualTo(STATEMENTS);
        assertThat(database.number("select sum(energy_wh) from interval")).isEqualTo(STATEMENTS * ENERGY_WH);
        assertThat(database.number("select count(*) from quarantine")).isZero();
    }

    @Test
    void aClaimThatTheLedgerTookBeforeTheKillIsIssuedOnce() throws Exception {
        CountDownLatch issued = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        peer.afterIssue = () -> {
            issued.countDown();
            awaitUnchecked(killed); // the answer is on its way for as long as the kill takes
        };
        Message message = meter.next(ENERGY_WH);
        assertThat(service.send(message)).isEqualTo(202);
        assertThat(issued.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        service.kill();
        peer.afterIssue = () -> {};
        killed.countDown();
        assertThat(database.number("select count(*) from claim where status = 'ISSUED'"))
                .isZero();

        service.start();

        awaitIssued(1);
        assertThat(peer.issuedCount()).isEqualTo(1);
        assertThat(peer.claimCalls.get()).isGreaterThan(1);
    }

    @Test
    void aClaimThatWasInTheOutboxAtTheKillIsSentAfterIt() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        peer.beforeIssue = () -> {
            asked.countDown();
            throw new IllegalStateException("the ledger never saw this one");
        };
        for (int i = 0; i < 5; i++) {
            assertThat(service.send(meter.next(ENERGY_WH))).isEqualTo(202);
        }
        assertThat(asked.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        Patience.await(() -> database.number("select count(*) from claim") == 5);
        service.kill();
        assertThat(peer.issuedCount()).isZero();
        peer.beforeIssue = () -> {};

        service.start();

        awaitIssued(5);
        assertThat(peer.issuedCount()).isEqualTo(5);
    }

    private void awaitIssued(int count) throws Exception {
        // A claim under way when the service died is left alone until its lease ends; the test does not wait that long.
        database.execute("update claim set next_at = now() where status in ('READY', 'SUBMITTED')");
        Patience.await(() -> database.number("select count(*) from claim where status = 'ISSUED'") == count);
    }

    private long kept() {
        return database.number("select count(*) from statement");
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await(Patience.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Mqtt3AsyncClient connect(DeafProxy line, String name) throws Exception {
        Mqtt3AsyncClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(name)
                .serverHost("127.0.0.1")
                .serverPort(line.port())
                .buildAsync();
        client.connect().get(Patience.SECONDS, TimeUnit.SECONDS);
        return client;
    }

    private List<CompletableFuture<?>> publish(Mqtt3AsyncClient client, List<Message> messages) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (Message message : messages) {
            sent.add(client.publishWith()
                    .topic("registry/v1/statements/" + meter.meterId())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(message.body())
                    .send());
        }
        return sent;
    }
}
