package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred thousand statements that nobody may believe, over real MQTT and HTTP, while honest meters go on. */
@Tag("slow")
class ForgeriesTest {
    private static final int FORGED = 100_000;
    private static final int OVER_HTTP_EVERY = 20;
    private static final int ATTACKERS = 25;
    private static final int HONEST = 4;
    private static final int IN_FLIGHT = 400;

    /** Another meter's true word under the victim's topic; over HTTP, without a topic, it would be a true word. */
    private static final int OF_ANOTHER = 3;

    /** The victim's own past, which is answered as duplicate. */
    private static final List<Integer> REPLAYS = List.of(4, 5);

    private static final long MINUTES_MAX = 8;
    private static final long HEAP_BYTES_MAX = 700L << 20;
    private static final long SEED = Long.getLong("seed", 3);

    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicLong heap = new AtomicLong();
    private volatile boolean over;

    @Test
    void noneIsAcceptedAndHonestMetersNoticeNothing() throws Exception {
        try (RunningIngest ingest = RunningIngest.withLongGrace()) {
            TestMeter victim = ingest.plant("FORGED-1", CameraPolicy.NONE).meter();
            TestMeter other = ingest.plant("FORGED-2", CameraPolicy.NONE).meter();
            List<Message> past = List.of(victim.next(100_000), victim.next(100_000));
            past.forEach(message -> send(ingest, message.body()));
            List<byte[]> kinds = kinds(victim, other, past);
            long quiet = honest(ingest, "QUIET", 50).get((int) (50 * 0.99));

            List<Thread> attack = attackers(ingest, kinds, victim.meterId());
            long start = System.nanoTime();
            attack.forEach(Thread::start);
            Thread watch = new Thread(this::watch);
            watch.start();
            List<Long> latencies = new ArrayList<>();
            int honestMessages = 0;
            while (attack.stream().anyMatch(Thread::isAlive)) {
                List<Long> round = honest(ingest, "HONEST-" + honestMessages, 50);
                latencies.addAll(round);
                honestMessages += round.size();
            }
            over = true;
            watch.join();
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            latencies.sort(null);
            System.out.printf(
                    "forgeries: %d in %d s, %d answered otherwise than refused or duplicate, heap at most %d MiB; honest"
                            + " meanwhile: %d accepted, median %d ms, p99 %d ms (p99 without attack %d ms)%n",
                    FORGED,
                    seconds,
                    wrong.get(),
                    heap.get() >> 20,
                    honestMessages,
                    latencies.get(latencies.size() / 2),
                    latencies.get((int) (latencies.size() * 0.99)),
                    quiet);
            assertThat(wrong).hasValue(0);
            assertThat(ingest.database.number("select count(*) from statement where meter_id like 'MTR-FORGED-%'"))
                    .as("the two honest ones of before")
                    .isEqualTo(2);
            assertThat(ingest.database.number("select sum(times) from quarantine"))
                    .isPositive();
            assertThat(heap.get()).isLessThan(HEAP_BYTES_MAX);
            assertThat(send(ingest, victim.next(100_000).body()))
                    .as("the victim is not held, and goes on")
                    .isEqualTo(202);
        }
    }

    /** Templates; each is made unlike all others where that does not change what it is. */
    private static List<byte[]> kinds(TestMeter victim, TestMeter other, List<Message> past) {
        Keys stranger = Keys.edwards();
        byte[] right = victim.draft(90_000).message().body();
        String text = new String(right, StandardCharsets.UTF_8);
        return List.of(
                victim.draft(90_000).signedBy(stranger).message().body(),
                victim.draft(90_000).signedBy(other.keys()).message().body(),
                text.replaceFirst("\"signature\":\"....", "\"signature\":\"AAAA")
                        .getBytes(StandardCharsets.UTF_8),
                other.draft(90_000).message().body(),
                past.get(0).body(),
                past.get(1).body(),
                text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8),
                ("[".repeat(2_000) + text).getBytes(StandardCharsets.UTF_8),
                new byte[600]);
    }

    private List<Thread> attackers(RunningIngest ingest, List<byte[]> kinds, String meterId) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < ATTACKERS; i++) {
            int number = i;
            threads.add(new Thread(() -> attack(ingest, kinds, meterId, number)));
        }
        return threads;
    }

    private void attack(RunningIngest ingest, List<byte[]> kinds, String meterId, int number) {
        Random random = new Random(SEED + number);
        try {
            Mqtt5AsyncClient client = connect(ingest);
            Semaphore window = new Semaphore(IN_FLIGHT);
            for (int i = 0; i < FORGED / ATTACKERS; i++) {
                int kind = random.nextInt(kinds.size());
                byte[] body = kinds.get(kind).clone();
                if (random.nextInt(3) == 0) {
                    body[random.nextInt(body.length)] ^= (byte) (1 + random.nextInt(255));
                }
                if (i % OVER_HTTP_EVERY == 0 && kind != OF_ANOTHER) {
                    int status = send(ingest, body);
                    boolean answered = status == 202 ? REPLAYS.contains(kind) : status < 500 || status == 503;
                    wrong.addAndGet(answered ? 0 : 1);
                    continue;
                }
                window.acquire();
                client.publishWith()
                        .topic("registry/v1/statements/" + meterId)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(body)
                        .send()
                        .whenComplete((done, failure) -> window.release());
            }
            assertThat(window.tryAcquire(IN_FLIGHT, MINUTES_MAX, TimeUnit.MINUTES))
                    .isTrue();
            client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            System.out.println("attacker " + number + ": " + e);
            wrong.incrementAndGet();
        }
    }

    private static int send(RunningIngest ingest, byte[] body) {
        try {
            return ingest.send(body).status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mqtt5AsyncClient connect(RunningIngest ingest) throws Exception {
        Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(ingest.mqttPort())
                .buildAsync();
        client.connect().get(Patience.SECONDS, TimeUnit.SECONDS);
        return client;
    }

    /** Honest meters on lines of their own; milliseconds from publish to acknowledgement, sorted. */
    private static List<Long> honest(RunningIngest ingest, String name, int messages) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < HONEST; i++) {
            TestMeter meter = ingest.plant(name + "-" + i, CameraPolicy.NONE).meter();
            Mqtt5AsyncClient client = connect(ingest);
            for (int n = 0; n < messages / HONEST + 1; n++) {
                byte[] body = meter.next(100_000).body();
                long start = System.nanoTime();
                client.publishWith()
                        .topic("registry/v1/statements/" + meter.meterId())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(body)
                        .send()
                        .get(Patience.SECONDS, TimeUnit.SECONDS);
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
            client.disconnect().get(Patience.SECONDS, TimeUnit.SECONDS);
            assertThat(ingest.database.number(
                            "select count(*) from statement where meter_id = '" + meter.meterId() + "'"))
                    .isEqualTo(messages / HONEST + 1);
        }
        millis.sort(null);
        return millis;
    }

    private void watch() {
        while (!over) {
            heap.accumulateAndGet(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::max);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
